const CALLS_KEPT = 40;

type Fields = Record<string, unknown>;

/** Chromium's stack with its asynchronous parents as "function url", innermost first; null when there is none. */
export function readInitiator(initiator: unknown): string[] | null {
  const calls: string[] = [];
  for (let stack = fieldsOf(fieldsOf(initiator)?.stack); stack && calls.length < CALLS_KEPT; ) {
    for (const each of Array.isArray(stack.callFrames) ? stack.callFrames : []) {
      const call = fieldsOf(each);
      const url = textOf(call?.url);
      if (call && !isOurs(url)) calls.push(`${textOf(call.functionName)} ${url}`);
    }
    stack = fieldsOf(stack.parent);
  }
  return calls.length > 0 ? calls.slice(0, CALLS_KEPT) : null;
}

function fieldsOf(value: unknown): Fields | null {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : null;
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** The page tap stands between a page and its WebSocket; it is nobody who asked. */
function isOurs(url: string): boolean {
  return /^(chrome|moz)-extension:\/\/[^/]+\/src\/capture\/page-tap/.test(url);
}

/** The least that Chrome's importer takes for a stack, and that reads back as the same calls. */
export function writeInitiator(calls: string[]): object {
  const callFrames = calls.map((call) => {
    const cut = call.lastIndexOf(" ");
    const [functionName, url] = cut < 0 ? [call, ""] : [call.slice(0, cut), call.slice(cut + 1)];
    return { functionName, scriptId: "", url, lineNumber: 0, columnNumber: 0 };
  });
  return { type: "script", stack: { callFrames } };
}
