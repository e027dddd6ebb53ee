import browser from "webextension-polyfill";
import { analyse } from "../core/analysis.js";
import type { Knowledge } from "../core/knowledge.js";
import type { TrafficEvent } from "../core/traffic.js";
import { writeHar } from "../har/write.js";
import { toMarkdown } from "../report/markdown.js";
import { createRedactor } from "../report/redact.js";

export type ExportFormat = "har" | "markdown";

/** Saves what was recorded, redacted, as a download; returns the file's name. The report is of the redacted traffic. */
export function saveExport(format: ExportFormat, events: readonly TrafficEvent[], knowledge: Knowledge): string {
  const redactor = createRedactor();
  const analysis = analyse(redactor.redactEvents(events), knowledge);
  const { version } = browser.runtime.getManifest();
  const stamp = new Date().toISOString().slice(0, 19).replaceAll(":", "-");
  if (format === "markdown") return download(`handshakes-${stamp}.md`, "text/markdown", toMarkdown(analysis, { version }));
  const har = writeHar(events, analysis, { creatorVersion: version, redactor });
  return download(`handshakes-${stamp}.har`, "application/json", JSON.stringify(har, null, 2));
}

function download(name: string, type: string, text: string): string {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return name;
}
