import type { Knowledge } from "../../core/knowledge.js";
import type { TrafficEvent } from "../../core/traffic.js";
import { makeSafe, newSalt } from "../../har/export.js";
import { FILE_FORMATS } from "../../har/formats.js";
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
}

/**
 * Saves what was recorded, redacted, as a download; returns the file's name. The report is of the redacted traffic.
 * Throws when a secret is still in it, naming the place: then nothing is saved.
 */
export function saveExport(choice: ExportChoice, salt = newSalt(), { events, knowledge, version }: Given): string {
  const { format, flavour } = choice;
  const safe = makeSafe([events], knowledge, redactionOf(choice, salt));
  const [recording] = safe.recordings;
  if (!recording) throw new Error("there is nothing to save");
  const text = FILE_FORMATS[format](safe, recording.analysis, {
    version,
    knowledge,
    browser: browserName(),
    flavour,
  });
  safe.check(text);
  const { ending, type } = FILES[format];
  return download(`handshakes-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}.${ending}`, type, text);
}

/** "Chrome/156.0.0.0": the last of the names by which a browser says what it is. */
function browserName(): string | null {
  return /(?:Firefox|Edg|OPR|Chrome)\/[\d.]+(?!.*(?:Firefox|Edg|OPR|Chrome)\/)/.exec(navigator.userAgent)?.[0] ?? null;
}

function download(name: string, type: string, text: string): string {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
