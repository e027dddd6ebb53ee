import type { ProtocolName } from "../../core/connection.js";
import { isCounted, wordsIn } from "../../core/precedents/words.js";
import { MESSAGES, SCENE } from "../../core/said/lexicon/index.js";
import type { Message } from "../../core/said/lexicon/message.js";
import type { SaidEvent } from "../../core/traffic.js";
import { withoutAdvice } from "./advice.js";
import { readAnswer } from "./answer.js";
import { complains, isContent } from "./complaint.js";
import { readingsOf } from "./contractions.js";
import { withoutDenied } from "./denials.js";
import { readFigures } from "./figures.js";
import { type Line, splitLines } from "./lines.js";
import { unfoldLogExport } from "./log-export.js";
import { withoutMeasures } from "./measures.js";
import { portsDiffer, prefixLost } from "./places.js";
import { protocolOf } from "./protocol.js";
import { isPageUrl, readRequest } from "./request.js";
import { withoutTemplate } from "./template.js";

export interface TextOptions {
  /** What the user says the text is about; the text's own words may speak against it. */
  protocol?: ProtocolName | null;
  /** Begins the events' ids, so that several sources keep apart. */
  prefix?: string;
  /** Epoch milliseconds at which the lines count as said; a text has no clock that could be trusted. */
  at?: number;
}

export interface ReadText {
  events: SaidEvent[];
  /** What could not be read, in sentences. */
  notes: string[];
}

/**
 * Reads what people paste: console lines, exceptions with their stacks, debug output, server and proxy logs, exports of
 * Azure's logs, a person's own words, or all of it at once. Nobody pastes what works, so words about a protocol count as a
 * complaint unless they tell of success. Each line that says something becomes one event. Never throws; work is bounded
 * whatever comes in.
 */
export function eventsFromText(text: string, options: TextOptions = {}): ReadText {
  const { protocol: hint = null, prefix = "t", at = 0 } = options;
  const { lines, leftOut, unread } = splitLines(unfoldLogExport(withoutTemplate(text)));
  const messages = locate(lines, MESSAGES);
  const scene = locate(lines, SCENE);
  const whole = lines.map((line) => line.text).join("\n");
  const protocol = protocolOf(whole, [...messages.values()].flat(), hint);
  const events = lines.flatMap((line) => {
    const event = readLine(line, { id: `${prefix}${line.number}`, at, protocol });
    const said = { ...event, messages: messages.get(line) ?? [], scene: scene.get(line) ?? [] };
    return saysSomething(said) ? [said] : [];
  });
  const [first] = events;
  if (first && hint === "web-pubsub" && !events.some(namesAzure))
    first.messages = [...first.messages, "azure-resource-named"];
  if (first) {
    const isTrouble =
      events.some((event) => event.complains) || (protocol !== null && !lines.some(({ text }) => isContent(text)));
    Object.assign(first, { portsDiffer: portsDiffer(whole), prefixLost: prefixLost(whole), complains: isTrouble });
  }
  const notes = [
    ...(leftOut > 0 ? [`${leftOut} kinds of lines were not looked at, as the text is too long`] : []),
    ...(unread > 0 ? [`the last ${Math.ceil(unread / 1e6)} MB were not read, as the text is too long`] : []),
  ];
  return { events, notes };
}

/** Each sentence once, at the line where it begins; it may be wrapped over several lines. */
function locate(lines: readonly Line[], known: Readonly<Record<string, Message>>): Map<Line, string[]> {
  const readings = readingsOf(lines.map((line) => line.text)).map(flatten);
  const found = new Map<Line, string[]>();
  for (const [id, { pattern, stands }] of Object.entries(known)) {
    const line = lines[lineOf(readings, pattern, stands === true)];
    if (line) found.set(line, [...(found.get(line) ?? []), id]);
  }
  return found;
}

interface Reading {
  flat: string;
  affirmed: string;
  /** Where each line begins. */
  starts: number[];
}

function flatten(texts: readonly string[]): Reading {
  const flat = withoutMeasures(withoutAdvice(texts.join(" ")));
  const starts: number[] = [];
  texts.reduce((from, text) => {
    starts.push(from);
    return from + text.length + 1;
  }, 0);
  return { flat, affirmed: withoutDenied(flat), starts };
}

/** The line where a sentence begins in the first reading that holds it; -1 where none does. */
function lineOf(readings: readonly Reading[], pattern: RegExp, stands: boolean): number {
  for (const { flat, affirmed, starts } of readings) {
    const place = pattern.exec(stands ? affirmed : flat)?.index;
    if (place !== undefined) return starts.findLastIndex((start) => start <= place);
  }
  return -1;
}

/** Who asks about Web PubSub asks about a service in Azure. */
function namesAzure(event: SaidEvent): boolean {
  return event.messages.includes("azure-resource-named");
}

const LONGEST_SHOWN = 300;

function readLine({ text }: Line, base: Pick<SaidEvent, "id" | "at" | "protocol">): SaidEvent {
  const request = readRequest(text);
  return {
    ...base,
    kind: "said",
    text: text.slice(0, LONGEST_SHOWN),
    messages: [],
    scene: [],
    words: [...wordsIn(text)].filter(isCounted),
    complains: complains(text),
    ...(request.url && isPageUrl(request.url) ? NO_REQUEST : request),
    ...readAnswer(text),
    ...readFigures(text),
    portsDiffer: null,
    prefixLost: null,
  };
}

const NO_REQUEST = { url: null, method: null, channel: null, transport: null, phase: null };

function saysSomething(event: SaidEvent): boolean {
  const {
    messages,
    scene,
    words: _words,
    complains: isComplaint,
    headers,
    id: _id,
    at: _at,
    kind: _kind,
    text: _text,
    protocol: _,
    ...told
  } = event;
  return (
    messages.length + scene.length + headers.length > 0 ||
    isComplaint ||
    Object.values(told).some((value) => value !== null)
  );
}
