import { parseArgs } from "node:util";
import { knowledge } from "virtual:knowledge";
import { eventsFromText } from "../capture/text/events-from-text.js";
import type { TrafficEvent } from "../core/traffic.js";
import { BadInput } from "../har/bad-input.js";
import { makeSafe, newSalt } from "../har/export.js";
import { FILE_FORMATS, type FileFormat } from "../har/formats.js";
import { looksLikeHar } from "../har/looks-like-har.js";
import { unpack } from "../har/unpack.js";
import { FLAVOURS, type FlavourName } from "../report/flavours.js";
import { createOwnNames } from "../report/own-names.js";
import type { RedactorOptions } from "../report/redact.js";
import { cardsText } from "./cards-text.js";
import { mergeAnalyses } from "./merge.js";
import { refuseOverwriting } from "./overwriting.js";
import { createPaint } from "./paint.js";
import { nameOf, readRecording } from "./read-recording.js";
import { warning } from "./redact.js";
import { REDACTION_OPTIONS, readRedaction } from "./redaction.js";
import type { Shell } from "./shell.js";
import { UsageError } from "./usage.js";
import { version } from "./version.js";

const FORMATS = ["cards", ...Object.keys(FILE_FORMATS)];
/** They hold the recording itself. */
const OF_ONE_FILE = ["har", "html"];

/** Returns the exit code: 1 where anything failed. */
export async function analyze(args: string[], shell: Shell): Promise<number> {
  const { files, format, flavour, out, log, redaction } = readArguments(args);
  await refuseOverwriting(out, log === undefined ? files : [...files, log], shell);
  const read: TrafficEvent[][] = [];
  for (const [index, file] of files.entries())
    read.push(await readRecording(file, files.length > 1 ? `f${index + 1}-` : "h", shell));
  if (log !== undefined) read[0] = [...(read[0] ?? []), ...(await readLog(log, shell))];
  const safe = makeSafe(read, knowledge, { salt: newSalt(), ...redaction });
  if (redaction.level === "none") shell.complain(warning(makeSafe(read, knowledge, { ...redaction, level: "strict" })));
  const names = files.map((file, index) => fileName(nameOf(file), index + 1, redaction));
  const analysis = mergeAnalyses(
    safe.recordings.map((each) => each.analysis),
    names,
  );
  const text =
    format === "cards"
      ? cardsText(analysis, createPaint(shell.hasColours && out === undefined))
      : FILE_FORMATS[format](safe, analysis, { version, knowledge, browser: null, flavour });
  safe.check(text);
  if (out === undefined) shell.print(text);
  else await shell.write(out, text);
  return analysis.cards.length > 0 ? 1 : 0;
}

/** Without its folder, and by its number where the name says what the user wants gone. */
function fileName(path: string, number: number, { also = [], emails = false, ips = false }: RedactorOptions): string {
  const name = path.replace(/^.*[/\\]/s, "");
  return createOwnNames({ also, emails, ips }).isHost(name) ? `file ${number}` : name;
}

interface Arguments {
  files: string[];
  format: "cards" | FileFormat;
  flavour: FlavourName;
  out: string | undefined;
  log: string | undefined;
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
      flavour: { type: "string" },
      ...REDACTION_OPTIONS,
    },
  });
  const { format, flavour = "github" } = values;
  if (!isFormat(format)) throw new UsageError(`--format is one of ${FORMATS.join(", ")}, not "${format}"`);
  if (!isFlavour(flavour))
    throw new UsageError(`--flavour is one of ${Object.keys(FLAVOURS).join(", ")}, not "${flavour}"`);
  if (values.flavour !== undefined && format !== "markdown")
    throw new UsageError("--flavour goes with --format markdown");
  if (files.length === 0) throw new UsageError('analyze needs a HAR file, or "-" for standard input');
  if (values.log !== undefined && files.length > 1) throw new UsageError("--log goes with one HAR at a time");
  if ([...files, values.log].filter((file) => file === "-").length > 1)
    throw new UsageError("standard input can be read only once");
  if (OF_ONE_FILE.includes(format) && files.length > 1)
    throw new UsageError(`--format ${format} takes one file at a time`);
  return { files, format, flavour, out: values.out, log: values.log, redaction: readRedaction(values) };
}

function isFormat(name: string): name is "cards" | FileFormat {
  return FORMATS.includes(name);
}

/** The lines of a log have no clock that could be trusted: they count as said when the recording began. */
async function readLog(path: string, shell: Shell): Promise<TrafficEvent[]> {
  try {
    const { text } = await unpack(await shell.read(path));
    if (looksLikeHar(text)) throw new UsageError(`${path} is a HAR, not a log; name it without --log`);
    const { events, notes } = eventsFromText(text, { prefix: "log" });
    const silent = events.length === 0 ? ["nothing in it says anything about a connection"] : [];
    for (const note of [...notes, ...silent]) shell.complain(`${nameOf(path)}: ${note}\n`);
    return events;
  } catch (error) {
    if (error instanceof UsageError) throw new UsageError(`--log: ${error.message}`);
    throw error instanceof BadInput ? new BadInput(`--log: ${nameOf(path)}: ${error.message}`) : error;
  }
}

function isFlavour(name: string): name is FlavourName {
  return Object.hasOwn(FLAVOURS, name);
}
