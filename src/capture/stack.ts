/** "    at async Foo.bar [as baz] (https://app.test/x.js:1:2)", or without a name: "    at https://app.test/x.js:1:2". */
const CALL = /^\s*at (?:(.*) \()?(\S+?)(?::\d+){0,2}\)?$/;

/** "async*Foo.bar@https://app.test/x.js:1:2", or without a name: "@https://app.test/x.js:1:2". */
const FIREFOX_CALL = /^(?:\w+\*)?([^@]*)@(\S+?)(?::\d+){0,2}$/;

/** V8's or Firefox's stack text as "function url", innermost first, in the words that DevTools uses; our own calls are left out. */
export function readStack(stack: string): string[] | null {
  const calls = stack.split("\n").flatMap((line) => readCall(line) ?? []);
  return calls.length > 0 ? calls : null;
}

function readCall(line: string): string | null {
  const [, name = "", url = ""] = CALL.exec(line) ?? FIREFOX_CALL.exec(line) ?? [];
  if (!url || isOurs(url)) return null;
  return `${plainName(name)} ${url}`;
}

function isOurs(url: string): boolean {
  return /^(chrome|moz)-extension:\/\/[^/]+\/src\/capture\//.test(url);
}

/** DevTools names methods without the object that they were called on, but keeps where a handler was assigned to. */
function plainName(name: string): string {
  const plain = name.replace(/^(async |new )+/, "").replace(/ \[as [^\][]*\]$/, "");
  // Firefox names a function without a name after where it stands: "HttpConnection/connect/<".
  if (/[/<]/.test(plain)) return "";
  if (plain.endsWith("connection.onclose")) return "connection.onclose";
  return plain.slice(plain.lastIndexOf(".") + 1);
}
