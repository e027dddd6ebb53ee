import * as z from "zod/mini";
import { type CoverageEvent, Unseen } from "../core/traffic.js";
import { BadInput } from "./bad-input.js";
import { type Salvage, salvage } from "./damaged.js";
import { fieldsOf } from "./fields.js";
import { recordingInHtml } from "./html-recording.js";

/** Fields with `_` are our writer's. Read by hand, as an entry is: whatever cannot be read is as if it were not there. */
export interface Log {
  entries: unknown[];
  creator: Named;
  browser: Named;
  pages: unknown[];
  /** Until when the recording went on, and what it could not see. */
  _recordedUntil: string | null;
  _notSeen: CoverageEvent["notSeen"] | null;
  _otherPages: unknown[];
  _pageEvents: unknown[];
  _asked: unknown[];
  _logged: unknown[];
  _marked: unknown[];
}

type Named = { name: string } | null;

const NotSeen = z.array(Unseen);

/** Null where it has no list of entries. */
function readLog(value: unknown): Log | null {
  const log = fieldsOf(value);
  return Array.isArray(log.entries) ? logOf(log.entries, log) : null;
}

function logOf(entries: unknown[], log: Readonly<Record<string, unknown>>): Log {
  return {
    entries,
    creator: named(log.creator),
    browser: named(log.browser),
    pages: listIn(log.pages),
    _recordedUntil: typeof log._recordedUntil === "string" ? log._recordedUntil : null,
    _notSeen: Array.isArray(log._notSeen) ? (NotSeen.safeParse(log._notSeen).data ?? null) : null,
    _otherPages: listIn(log._otherPages),
    _pageEvents: listIn(log._pageEvents),
    _asked: listIn(log._asked),
    _logged: listIn(log._logged),
    _marked: listIn(log._marked),
  };
}

function named(value: unknown): Named {
  const { name } = fieldsOf(value);
  return typeof name === "string" ? { name } : null;
}

const listIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export interface ParsedHar {
  log: Log;
  notes: string[];
}

const HOW_TO_EXPORT = "In the browser's network panel choose “Save all as HAR”";

/** The log of a HAR, of what is whole in a damaged one, or of the recording in a report of ours. @throws BadInput */
export function parseHar(text: string): ParsedHar {
  const plain = withoutCall(text.replace(/^\uFEFF/, "").trim());
  const inReport = recordingInHtml(plain);
  if (inReport !== null) return parseHar(inReport);
  refuseOtherText(plain);
  const value = parsed(plain);
  if (value instanceof SyntaxError) return wholePart(plain, value);
  const log = readLog(fieldsOf(value).log) ?? readLog(value);
  if (log) return { log, notes: [] };
  throw new BadInput(`This is JSON, but ${otherJson(value)}. ${HOW_TO_EXPORT}.`);
}

/** `onInputData({…});`, as viewers on the web ask for it. */
function withoutCall(text: string): string {
  const call = /^[\w$.]{1,64}\s*\((?=\s*\{)/.exec(text);
  if (!call) return text;
  const args = text.slice(call[0].length);
  const end = (args.endsWith(";") ? args.slice(0, -1) : args).trimEnd();
  return end.endsWith(")") ? end.slice(0, -1) : args;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? error : new SyntaxError(String(error));
  }
}

function wholePart(text: string, error: SyntaxError): ParsedHar {
  const found = salvage(text);
  if (!found || found.entries.length === 0) {
    const where = error.message.replace(/\s+/g, " ").slice(0, 120);
    throw new BadInput(`The JSON breaks off or is damaged (${where}); export the HAR again.`);
  }
  const { entries, pages } = found;
  return { log: logOf(entries, { pages }), notes: [noteOn(found)] };
}

function noteOn({ entries, lost, isCutOff, recordings }: Salvage): string {
  const read = entries.length === 1 ? "1 request was whole" : `${entries.length} requests were whole`;
  const gone = lost === 0 ? "" : lost === 1 ? ", 1 was not" : `, ${lost} were not`;
  if (isCutOff) return `The file breaks off: ${read} and read${gone}; what came after is lost.`;
  const what = recordings > 1 ? `The file holds ${recordings} recordings, one behind the other` : "The file is damaged";
  return `${what}: ${read} and read${gone}.`;
}

function refuseOtherText(text: string): void {
  if (text === "") throw new BadInput(`There is nothing in it. ${HOW_TO_EXPORT}.`);
  if (text.startsWith("PK")) throw new BadInput("This is a ZIP archive; unpack it and give the .har file inside.");
  if (text.startsWith("<"))
    throw new BadInput(`This is ${/^<\?xml/i.test(text) ? "XML" : "a web page"}, not a HAR. ${HOW_TO_EXPORT}.`);
  if (/^[{[]/.test(text)) return;
  if (text.slice(0, 4096).includes("\0") || text.startsWith("\u001f"))
    throw new BadInput("This is no UTF-8 text; unpack it or save it as UTF-8 first.");
  throw new BadInput(`This is ${otherText(text)}, not a HAR, which is JSON. ${HOW_TO_EXPORT}.`);
}

function otherText(text: string): string {
  if (/^(?:curl|fetch\()/.test(text)) return "a copied command for one request";
  if (/^(?:GET|POST|PUT|DELETE|OPTIONS|HTTP\/\d)/.test(text)) return "a raw HTTP message";
  if (/^# Handshake Triage report/.test(text)) return "a report of ours as Markdown, which holds no traffic";
  return "plain text";
}

function otherJson(value: unknown): string {
  if (Array.isArray(value)) {
    const isCharles = value.some((each) => typeof each === "object" && each !== null && "protocolVersion" in each);
    return isCharles
      ? "a session of Charles; in Charles choose File, Export Session, HTTP Archive"
      : "a list, not a HAR";
  }
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (keys.includes("format") && keys.includes("cards"))
    return "a report of ours, made from a HAR; give the HAR itself";
  if (keys.includes("constants") && keys.includes("events")) return "a net-export log of Chromium, not a HAR";
  if (keys.includes("traceEvents")) return "a performance trace, not a HAR";
  if (keys.includes("lighthouseVersion")) return "a Lighthouse report, not a HAR";
  return keys.includes("log") ? "its log has no list of entries" : "it has no log with entries, as a HAR has";
}
