/** The pages that the suite's own server makes up around a `.any.js`, `.window.js` or `.worker.js` file. */

export type Scope = "window" | "dedicatedworker" | "sharedworker";

export interface Script {
  /** Each `// META: key=value` line of its head. */
  meta: { key: string; value: string }[];
  text: string;
}

export function readScript(text: string): Script {
  const meta: Script["meta"] = [];
  for (const line of text.split(/\r?\n/)) {
    const found = /^\/\/\s*META:\s*(\w+)=(.*)$/.exec(line);
    if (!found && line.trim() !== "" && !line.startsWith("//")) break;
    if (found) meta.push({ key: found[1] ?? "", value: found[2]?.trim() ?? "" });
  }
  return { meta, text };
}

export function valuesOf({ meta }: Script, key: string): string[] {
  return meta.filter((each) => each.key === key).map(({ value }) => value);
}

/** Of an `.any.js`; worker scopes that would need a registration first (service workers) are none of ours. */
export function scopesOf(script: Script): Scope[] {
  const [asked = "window,dedicatedworker"] = valuesOf(script, "global");
  const names = asked.split(",");
  const all: Scope[] = ["window", "dedicatedworker", "sharedworker"];
  return all.filter((scope) => names.includes(scope) || (names.includes("worker") && scope !== "window"));
}

export function windowPage(script: Script, source: string): string {
  const tags = valuesOf(script, "script").map((each) => `<script src="${each}"></script>`);
  return page(script, `<div id=log></div>\n${tags.join("\n")}\n<script src="${source}"></script>`, windowGlobal);
}

export function workerPage(script: Script, worker: string, kind: "Worker" | "SharedWorker"): string {
  return page(script, `<script>fetch_tests_from_worker(new ${kind}("${worker}" + location.search));</script>`);
}

export function workerScript(script: Script, source: string): string {
  const imports = [...valuesOf(script, "script"), source].map((each) => `importScripts("${each}");`);
  return `
self.GLOBAL = { isWindow: () => false, isWorker: () => true, isShadowRealm: () => false };
importScripts("/resources/testharness.js");
${imports.join("\n")}
done();`;
}

const windowGlobal = "self.GLOBAL = { isWindow: () => true, isWorker: () => false, isShadowRealm: () => false };";

function page(script: Script, body: string, global = ""): string {
  const timeout = valuesOf(script, "timeout").map((each) => `<meta name="timeout" content="${each}">`);
  return `<!doctype html>
<meta charset=utf-8>
${timeout.join("")}
<script>${global}</script>
<script src="/resources/testharness.js"></script>
<script src="/resources/testharnessreport.js"></script>
${body}
`;
}
