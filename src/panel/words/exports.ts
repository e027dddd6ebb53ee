import type { FileFormat } from "../../har/formats.js";
import type { Level } from "../../report/redact.js";
import { counted } from "./figures.js";

/** Saving what was recorded. */
export const exportsWords = {
  exported: (file: string, isRedacted = true) =>
    isRedacted ? `Saved ${file}. Secrets are redacted.` : `Saved ${file}. Nothing in it is redacted.`,
  saving: "Making the file",
  exportFailed: (why: string) => `Nothing was saved: ${why}`,
  export: {
    title: "Export",
    formats: "File",
    format: {
      har: {
        title: "HAR",
        hint: "The traffic with the findings; opens in any browser’s network panel and here again.",
      },
      html: { title: "HTML report", hint: "One page to read, with the traffic inside; can be imported again." },
      json: { title: "JSON report", hint: "The findings, for scripts." },
      markdown: { title: "Markdown report", hint: "The findings, for a comment in a ticket." },
    } satisfies Record<FileFormat, OptionWords>,
    flavour: "For a comment in",
    levels: "Secrets",
    level: {
      strict: { title: "Strict", hint: "Only what is known to be harmless stays. For tickets that strangers read." },
      "keep-payloads": {
        title: "Keep payloads",
        hint: "What the application sends stays, but for what looks like a secret or stands under a telling name.",
      },
      none: { title: "Redact nothing", hint: "Everything stays. Only for yourself." },
    } satisfies Record<Level, OptionWords>,
    also: "Take away as well",
    emails: "E-mail addresses",
    ips: "IP addresses",
    own: "Names of your own, one a line",
    ownHint: "corp.example or /ORD-\\d+/",
    holds: "What the file holds",
    findings: (cards: number, connections: number) =>
      `${counted(cards, "finding")} about ${counted(connections, "connection")}`,
    traffic: (requests: number, messages: number) =>
      `, with ${counted(requests, "request")} and ${counted(messages, "message")}; of all other requests no more than their number.`,
    replaced: "What is replaced",
    stays: "What stays",
    looking: "Looking through the recording…",
    replacedCount: (times: number) =>
      times === 0 ? "Nothing has to be replaced." : `${counted(times, "replacement")}, by rule:`,
    staysCount: (times: number) =>
      times === 0
        ? "Nothing that the strict level would replace."
        : `Whoever gets this file can read ${counted(times, "value")} that may be secret, and may act in your name:`,
    save: {
      har: "Save HAR",
      html: "Save HTML",
      json: "Save JSON",
      markdown: "Save Markdown",
    } satisfies Record<FileFormat, string>,
    close: "Close",
  },
};

interface OptionWords {
  title: string;
  hint: string;
}
