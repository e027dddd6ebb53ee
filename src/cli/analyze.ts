import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { knowledge } from "virtual:knowledge";
import type { Analysis } from "../core/analysis.js";
import type { TrafficEvent } from "../core/traffic.js";
import { makeSafe, newSalt, type SafeRecording } from "../har/export.js";
import { writeHar } from "../har/write.js";
import { toJson } from "../report/json.js";
import { toMarkdown } from "../report/markdown.js";
import type { RedactorOptions } from "../report/redact.js";
import { cardsText } from "./cards-text.js";
import { mergeAnalyses } from "./merge.js";
import { createPaint } from "./paint.js";
import { readRecording } from "./read-recording.js";
import { warning } from "./redact.js";
import { REDACTION_OPTIONS, readRedaction } from "./redaction.js";
import type { Shell } from "./shell.js";
import { UsageError } from "./usage.js";
import { version } from "./version.js";

/** What all formats are made of; every event has been redacted. */
interface Findings {
  analysis: Analysis;
  recordings: SafeRecording[];
}

const FORMATS = {
  cards: ({ analysis }: Findings, hasColours: boolean) => cardsText(analysis, createPaint(hasColours)),
  json: ({ analysis }: Findings) => `${JSON.stringify(toJson(analysis), null, 2)}\n`,
  markdown: ({ analysis }: Findings) => toMarkdown(analysis, { version }),
  har: harText,
};
type Format = keyof typeof FORMATS;

/** Returns the exit code: 1 where anything failed. */
export async function analyze(args: string[], shell: Shell): Promise<number> {
  const { files, format, out, redaction } = readArguments(args);
  const read: TrafficEvent[][] = [];
  for (const [index, file] of files.entries())
    read.push(await readRecording(file, files.length > 1 ? `f${index + 1}-` : "h", shell));
  const safe = makeSafe(read, knowledge, { salt: newSalt(), ...redaction });
  if (redaction.level === "none") shell.complain(warning(makeSafe(read, knowledge, { ...redaction, level: "strict" })));
  const { recordings } = safe;
  const analysis = mergeAnalyses(recordings.map((each) => each.analysis));
  const text = FORMATS[format]({ analysis, recordings }, shell.hasColours && out === undefined);
  safe.check(text);
  if (out === undefined) shell.print(text);
  else await shell.write(out, text);
  return analysis.cards.length > 0 ? 1 : 0;
}

interface Arguments {
  files: string[];
  format: Format;
  out: string | undefined;
  redaction: RedactorOptions;
}

function readArguments(args: string[]): Arguments {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      format: { type: "string", default: "cards" },
      out: { type: "string" },
      log: { type: "string" },
      ...REDACTION_OPTIONS,
    },
  });
  if (values.log !== undefined) throw new UsageError("--log cannot be read yet; leave it out");
  if (values.format === "html") throw new UsageError("--format html cannot be written yet; markdown says the same");
  if (!isFormat(values.format))
    throw new UsageError(`--format is one of ${Object.keys(FORMATS).join(", ")}, not "${values.format}"`);
  if (files.length === 0) throw new UsageError('analyze needs a HAR file, or "-" for standard input');
  if (files.filter((file) => file === "-").length > 1) throw new UsageError("standard input can be read only once");
  if (values.out !== undefined && files.some((file) => resolve(file) === resolve(values.out ?? ""))) {
    throw new UsageError("--out would overwrite the HAR that is read; name another file");
  }
  if (values.format === "har" && files.length > 1) throw new UsageError("--format har takes one file at a time");
  return { files, format: values.format, out: values.out, redaction: readRedaction(values) };
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

function harText({ analysis, recordings: [recording] }: Findings): string {
  return `${JSON.stringify(writeHar(recording?.events ?? [], analysis, { creatorVersion: version }), null, 2)}\n`;
}
