import browser from "webextension-polyfill";
import type { Knowledge } from "../core/knowledge.js";
import type { TrafficEvent } from "../core/traffic.js";
import { makeSafe, newSalt } from "../har/export.js";
import { writeHar } from "../har/write.js";
import { toMarkdown } from "../report/markdown.js";

export type ExportFormat = "har" | "markdown";

/**
 * Saves what was recorded, redacted, as a download; returns the file's name. The report is of the redacted traffic.
 * Throws when a secret is still in it: then nothing is saved.
 */
export function saveExport(format: ExportFormat, events: readonly TrafficEvent[], knowledge: Knowledge): string {
  const safe = makeSafe([events], knowledge, { salt: newSalt() });
  const [recording] = safe.recordings;
  if (!recording) throw new Error("there is nothing to save");
  const { version } = browser.runtime.getManifest();
  const har = () =>
    JSON.stringify(writeHar(recording.events, recording.analysis, { creatorVersion: version }), null, 2);
  const text = format === "har" ? har() : toMarkdown(recording.analysis, { version });
  safe.check(text);
  const name = `handshakes-${new Date().toISOString().slice(0, 19).replaceAll(":", "-")}`;
  return format === "har"
    ? download(`${name}.har`, "application/json", text)
    : download(`${name}.md`, "text/markdown", text);
}

function download(name: string, type: string, text: string): string {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
