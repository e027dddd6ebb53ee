import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { readScript, windowPage, workerPage, workerScript } from "./wrappers.js";

export interface ServedFile {
  body: Buffer | string;
  headers: Record<string, string>;
  /** Has `{{…}}` to be filled in. */
  isTemplate: boolean;
}

/** Takes the place of the file of that name: gives the results to whoever drives the browser. */
const REPORT = `
add_completion_callback((tests, status) => {
  const subtests = tests.map(({ name, status, message }) => ({ name, status, message }));
  window.harnessResult = JSON.stringify({ status: status.status, message: status.message, subtests });
});`;

const TYPES: Record<string, string> = {
  ".html": "text/html",
  ".htm": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".idl": "text/plain",
};

/** Where the suite's own server answers one path with the file of another. */
const ELSEWHERE: Record<string, string> = { "/resources/WebIDLParser.js": "/resources/webidl2/lib/webidl2.js" };

export function createFiles(checkout: string): (path: string) => Promise<ServedFile | null> {
  async function read(path: string): Promise<Buffer | null> {
    return readFile(join(checkout, normalize(path))).catch(() => null);
  }

  async function madeUp(path: string): Promise<string | null> {
    if (path === "/resources/testharnessreport.js") return REPORT;
    const [, stem = "", kind = ""] =
      /^(.*?\.(?:any|window|worker))(\.html|\.worker\.html|\.sharedworker\.html|\.worker\.js)$/.exec(path) ?? [];
    const source = await read(`${stem}.js`);
    if (stem === "" || source === null) return null;
    const script = readScript(String(source));
    if (kind === ".worker.js") return workerScript(script, `${stem}.js`);
    if (kind === ".sharedworker.html") return workerPage(script, `${stem}.worker.js`, "SharedWorker");
    if (kind === ".worker.html") return workerPage(script, `${stem}.worker.js`, "Worker");
    return stem.endsWith(".worker") ? workerPage(script, `${stem}.js`, "Worker") : windowPage(script, `${stem}.js`);
  }

  return async (asked) => {
    const path = ELSEWHERE[asked] ?? decodeURIComponent(asked);
    const body = (await madeUp(path)) ?? (await read(path));
    if (body === null) return null;
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const own = String((await read(`${path}.headers`)) ?? "").matchAll(/^([\w-]+):\s*(.*)$/gm);
    const headers = Object.fromEntries([...own].map(([, name = "", value = ""]) => [name.toLowerCase(), value.trim()]));
    return { body, headers: { "content-type": type, ...headers }, isTemplate: /\.sub\./.test(path) };
  };
}
