import { parseArgs } from "node:util";
import { knowledge } from "virtual:knowledge";
import { eventsFromText } from "../capture/text/events-from-text.js";
import type { Analysis } from "../core/analysis.js";
import type { ProtocolName } from "../core/connection.js";
import { makeSafe, newSalt } from "../har/export.js";
import { looksLikeHar } from "../har/looks-like-har.js";
import { unpack } from "../har/unpack.js";
import { toJson } from "../report/json.js";
import { toMarkdown } from "../report/markdown.js";
import { benignText, cardsText } from "./cards-text.js";
import { createPaint, type Paint } from "./paint.js";
import type { Shell } from "./shell.js";
import { patternHint, UsageError } from "./usage.js";
import { version } from "./version.js";

export const TEXT_FORMATS = {
  cards: (analysis: Analysis, hasColours: boolean) =>
    analysis.cards.length > 0
      ? cardsText(analysis, createPaint(hasColours))
      : nothingText(analysis, createPaint(hasColours)),
  json: (analysis: Analysis) => `${JSON.stringify(toJson(analysis), null, 2)}\n`,
  markdown: (analysis: Analysis) => toMarkdown(analysis, { version }),
};

const NOTHING = "This text shows no failed SignalR, Engine.IO/Socket.IO or Web PubSub connection.\n";

function nothingText({ benign }: Analysis, paint: Paint): string {
  return benign.length > 0 ? `${NOTHING}\n${benignText(benign, paint)}\n` : NOTHING;
}

const PROTOCOLS: readonly ProtocolName[] = ["signalr", "engine-io", "web-pubsub"];

/** Explains a pasted text. Returns the exit code: 1 where it shows a failure. */
export async function explain(args: string[], shell: Shell): Promise<number> {
  const { text, protocol, format } = await readArguments(args, shell);
  const { events, notes } = eventsFromText(text, { protocol });
  for (const note of notes) shell.complain(`${note}\n`);
  const safe = makeSafe([events], knowledge, { salt: newSalt() });
  const analysis = safe.recordings[0]?.analysis;
  if (!analysis) throw new Error("a text that was made safe is gone");
  if (events.length > 0 && !events.some((event) => event.protocol)) {
    shell.complain(
      analysis.cards.length > 0
        ? "nothing in the text names the library; --protocol signalr, engine-io or web-pubsub makes this surer\n"
        : "nothing in the text names one of these libraries; if it is about one, say so with --protocol signalr, engine-io or web-pubsub\n",
    );
  }
  const printed = TEXT_FORMATS[format](analysis, shell.hasColours);
  safe.check(printed);
  shell.print(printed);
  return analysis.cards.length > 0 ? 1 : 0;
}

interface Arguments {
  text: string;
  protocol: ProtocolName | null;
  format: keyof typeof TEXT_FORMATS;
}

async function readArguments(args: string[], shell: Shell): Promise<Arguments> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { protocol: { type: "string" }, format: { type: "string", default: "cards" } },
  });
  const { format } = values;
  if (!isFormat(format))
    throw new UsageError(`--format is one of ${Object.keys(TEXT_FORMATS).join(", ")}, not "${format}"`);
  const protocol = PROTOCOLS.find((name) => name === values.protocol) ?? null;
  if (values.protocol !== undefined && protocol === null)
    throw new UsageError(`--protocol is one of ${PROTOCOLS.join(", ")}, not "${values.protocol}"`);
  const given = positionals.join(" ");
  await refuseFileNames(positionals, shell);
  const text = given === "-" || positionals.length === 0 ? (await unpack(await shell.read("-"))).text : given;
  if (!text.trim()) throw new UsageError('explain needs a text, or "-" for standard input; this one is empty');
  if (looksLikeHar(text)) throw new UsageError("this is a HAR, not a text; analyze reads it");
  return { text, protocol, format };
}

/** A name has no failure in it, so that it would seem that all is well. */
async function refuseFileNames(given: readonly string[], shell: Shell): Promise<void> {
  const [name] = given;
  if (name === undefined || name === "-") return;
  const found = await Promise.all(given.map((each) => shell.isFile(each)));
  if (found.every(Boolean))
    throw new UsageError(`explain takes the text itself; what is in ${name} is read with: explain - < ${name}`);
  if (given.length === 1 && PATTERN.test(name))
    throw new UsageError(`${patternHint(name)}; explain takes a text, and reads files from standard input`);
  if (given.length === 1 && FILE_NAME.test(name))
    throw new UsageError(`there is no file ${name}; explain takes a text, or "-" for standard input`);
}

/** Names of files that a shell would have put in; that of Windows puts in none. */
const PATTERN = /^[^\s*?]*[*?][^\s]*\.(?:log|txt|har|csv|jsonl?|ndjson|gz|zip)$/i;

/** Of what holds logs, and is no sentence. */
const FILE_NAME = /^\S+\.(?:log|txt|har|csv|jsonl?|ndjson|gz|zip)$/i;

function isFormat(name: string): name is keyof typeof TEXT_FORMATS {
  return Object.hasOwn(TEXT_FORMATS, name);
}
