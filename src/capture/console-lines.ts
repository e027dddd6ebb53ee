import type { ProtocolName } from "../core/connection.js";
import { messageOf } from "../core/said/lexicon/index.js";
import type { SaidEvent } from "../core/traffic.js";
import { eventsFromText } from "./text/events-from-text.js";

/** How each library writes a line: what stands before its words, and what it is. */
const FORMS: { start: RegExp; protocol: ProtocolName; tellsOfEverything?: true }[] = [
  { start: /^\[[\d-]{10}T[\d:.]{8,12}Z\] (?:Error|Warning|Critical): /, protocol: "signalr" },
  { start: /^azure:web-pubsub-client:\w{4,10} /, protocol: "web-pubsub" },
  { start: /^(?:engine|socket)\.io-client:[\w-]{1,20} /, protocol: "engine-io", tellsOfEverything: true },
];

/** After the words of the package `debug`: how long ago it spoke before. */
const SINCE = / \+\d+m?s(?: .*)?$/s;

/**
 * A line that a client's library logged, read as a pasted one would be. It names nothing of what stands around the
 * failure: what such lines say of proxies or several servers is advice, the same whatever happened.
 */
export function eventsFromConsole({ at, text }: { at: number; text: string }, id: string): SaidEvent[] {
  const [line = ""] = text.replaceAll("%c", "").split("\n");
  const form = FORMS.find(({ start }) => start.test(line));
  if (!form) return [];
  const words = line.replace(form.start, "").replace(SINCE, "");
  const [read] = eventsFromText(words, { protocol: form.protocol, prefix: `${id}.`, at }).events;
  if (!read || (form.tellsOfEverything && !namesFailure(read))) return [];
  return [{ ...read, id, protocol: form.protocol, scene: [], from: "console" }];
}

function namesFailure({ messages }: SaidEvent): boolean {
  return messages.some((id) => messageOf(id)?.benign !== true);
}
