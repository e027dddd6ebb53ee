import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { makeSafe } from "../../src/har/export.js";
import { FILE_FORMATS } from "../../src/har/formats.js";
import { readHar } from "../../src/har/read.js";
import { compileFolder } from "../../src/knowledge/folder.js";
import type { Level } from "../../src/report/redact-means.js";

const CAPTURES = "e2e/captures";

/** One request as a viewer must show it. */
export interface Row {
  method: string;
  url: string;
  status: number;
  messages: number;
}

export interface AnnotatedHar {
  name: string;
  text: string;
  rows: Row[];
}

interface WrittenEntry {
  request: { method: string; url: string };
  response: { status: number };
  _webSocketMessages?: unknown[];
}

/** Every capture of the lab as it is exported at a level of redaction. */
export function annotatedCaptures(level: Level): AnnotatedHar[] {
  const { knowledge } = compileFolder("knowledge");
  return readdirSync(CAPTURES).map((name) => {
    const safe = makeSafe([readHar(readFileSync(join(CAPTURES, name), "utf8")).events], knowledge, { level });
    const { analysis } = safe.recordings[0] ?? {};
    if (!analysis) throw new Error(`${name}: nothing was read`);
    const text = FILE_FORMATS.har(safe, analysis, { version: "1", knowledge, browser: null });
    const { entries } = (JSON.parse(text) as { log: { entries: WrittenEntry[] } }).log;
    return { name: basename(name, ".har"), text, rows: entries.map(rowOf) };
  });
}

function rowOf({ request, response, _webSocketMessages }: WrittenEntry): Row {
  return {
    method: request.method,
    url: request.url,
    status: response.status,
    messages: _webSocketMessages?.length ?? 0,
  };
}
