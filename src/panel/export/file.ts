import type { Knowledge } from "../../core/knowledge.js";
import type { TrafficEvent } from "../../core/traffic.js";
import { makeSafe, newSalt } from "../../har/export.js";
import { FILE_FORMATS } from "../../har/formats.js";
import { words } from "../words.js";
import type { ExportChoice, ExportFormat } from "./choice.js";
import { redactionOf } from "./redaction.js";

const FILES: Record<ExportFormat, { ending: string; type: string }> = {
  har: { ending: "har", type: "application/json" },
  html: { ending: "html", type: "text/html" },
  json: { ending: "json", type: "application/json" },
  markdown: { ending: "md", type: "text/markdown" },
};

interface Given {
  events: readonly TrafficEvent[];
  knowledge: Knowledge;
  /** Of the extension. */
  version: string;
  /** As the browser names itself; null where it does not. */
  browser: string | null;
}

/** What is left to do of a file, as its share goes from 0 to 1. */
type Told = (share: number) => void;

export interface FileToSave {
  name: string;
  content: Blob;
}

/**
 * What was recorded as a file, redacted; the report is of the redacted traffic. Throws when a secret is still in it,
 * naming the place: then there is no file.
 */
export function makeFile(choice: ExportChoice, salt = newSalt(), given: Given, tell: Told): FileToSave {
  const { format, flavour } = choice;
  const { events, ...options } = given;
  const safe = makeSafe([events], options.knowledge, redactionOf(choice, salt));
  tell(0.6);
  const [recording] = safe.recordings;
  if (!recording) throw new Error(words.fault.nothingToSave);
  const text = FILE_FORMATS[format](safe, recording.analysis, { ...options, flavour });
  tell(0.8);
  safe.check(text);
  const { ending, type } = FILES[format];
  const now = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  return { name: `handshakes-${now}.${ending}`, content: new Blob([text], { type }) };
}
