import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { knowledge } from "virtual:knowledge";
import { eventsFromText } from "../capture/text/events-from-text.js";
import { type Analysis, analyse } from "../core/analysis.js";
import type { TrafficEvent } from "../core/traffic.js";
import { BadInput } from "../har/bad-input.js";
import { readHar } from "../har/read.js";
import { writeHar } from "../har/write.js";
import { toJson } from "../report/json.js";
import { toMarkdown } from "../report/markdown.js";
import { createRedactor, type Redactor } from "../report/redact.js";
import { cardsText } from "./cards-text.js";
import { decode } from "./decode.js";
import { mergeAnalyses } from "./merge.js";
import { createPaint } from "./paint.js";
import type { Shell } from "./shell.js";
import { UsageError } from "./usage.js";
import { version } from "./version.js";

/** What all formats are made of; every event has been redacted. */
interface Findings {
  analysis: Analysis;
  recordings: TrafficEvent[][];
  redactor: Redactor;
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
  const { files, format, out, log } = readArguments(args);
  const redactor = createRedactor();
  const recordings: TrafficEvent[][] = [];
  for (const [index, file] of files.entries()) {
    const { events, notes } = await readRecording(file, files.length > 1 ? `f${index + 1}-` : "h", shell);
    for (const note of notes) shell.complain(`${file}: ${note}\n`);
    recordings.push(redactor.redactEvents(events));
  }
  if (log !== undefined) recordings[0]?.push(...redactor.redactEvents(await readLog(log, shell)));
  const analysis = mergeAnalyses(recordings.map((events) => analyse(events, knowledge)));
  const text = FORMATS[format]({ analysis, recordings, redactor }, shell.hasColours && out === undefined);
  if (redactor.hasSecrets(text))
    throw new BadInput("a secret would still be in the report, so it was not written; please report this");
  if (out === undefined) shell.print(text);
  else await shell.write(out, text);
  return analysis.cards.length > 0 ? 1 : 0;
}

function readArguments(args: string[]): {
  files: string[];
  format: Format;
  out: string | undefined;
  log: string | undefined;
} {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: { format: { type: "string", default: "cards" }, out: { type: "string" }, log: { type: "string" } },
  });
  if (values.format === "html") throw new UsageError("--format html cannot be written yet; markdown says the same");
  if (!isFormat(values.format))
    throw new UsageError(`--format is one of ${Object.keys(FORMATS).join(", ")}, not "${values.format}"`);
  if (files.length === 0) throw new UsageError('analyze needs a HAR file, or "-" for standard input');
  if (values.log !== undefined && files.length > 1) throw new UsageError("--log goes with one HAR at a time");
  if ([...files, values.log].filter((file) => file === "-").length > 1)
    throw new UsageError("standard input can be read only once");
  if (values.out !== undefined && files.some((file) => resolve(file) === resolve(values.out ?? ""))) {
    throw new UsageError("--out would overwrite the HAR that is read; name another file");
  }
  if (values.format === "har" && files.length > 1) throw new UsageError("--format har takes one file at a time");
  return { files, format: values.format, out: values.out, log: values.log };
}

function isFormat(name: string): name is Format {
  return Object.hasOwn(FORMATS, name);
}

async function readRecording(file: string, prefix: string, shell: Shell) {
  const bytes = await shell.read(file);
  try {
    return readHar(decode(bytes), prefix);
  } catch (error) {
    throw error instanceof BadInput
      ? new BadInput(`${file === "-" ? "standard input" : file}: ${error.message}`)
      : error;
  }
}

/** The lines of a log have no clock that could be trusted: they count as said when the recording began. */
async function readLog(path: string, shell: Shell): Promise<TrafficEvent[]> {
  try {
    const { events, notes } = eventsFromText(decode(await shell.read(path)), { prefix: "log" });
    for (const note of notes) shell.complain(`${path}: ${note}\n`);
    return events;
  } catch (error) {
    throw error instanceof UsageError ? new UsageError(`--log: ${error.message}`) : error;
  }
}

function harText({ analysis, recordings, redactor }: Findings): string {
  const [events = []] = recordings;
  return `${JSON.stringify(writeHar(events, analysis, { creatorVersion: version, redactor }), null, 2)}\n`;
}
