import { isObject, type JsonRedaction, parseJson } from "./redact-json.js";
import { isEventName } from "./routes.js";
import type { SecretLabels } from "./secret-labels.js";

/** Messages of the protocols: what a diagnosis reads stays, the application's own data goes. Null where it is none of them. */
export interface MessageRedaction {
  /** ASP.NET Core SignalR's records, or one JSON object of classic SignalR or Web PubSub. */
  json(text: string): string | null;
  /** Engine.IO packets, of a frame or a polled body. */
  packets(text: string): string | null;
}

/** What a level does with words, addresses and JSON. */
export interface Means {
  text(text: string): string;
  address(url: string): string;
  json: JsonRedaction;
  /** What a client shows to be let in, which no level keeps. */
  auth: JsonRedaction;
  labels: SecretLabels;
}

const RECORD_SEPARATOR = "\u001e";
/** Running numbers of acknowledgements and attachments. */
const LONGEST_COUNT = 5;

/** What stands after the head of each type of packet; anything else says that the digits of the head are somebody's data. */
const BODIES: Record<string, RegExp> = {
  0: /^(?:[{["/]|$)/,
  1: /^(?:\/|$)/,
  2: /^\[/,
  3: /^\[/,
  4: /^[{["/]/,
  5: /^\[/,
  6: /^\[/,
};

export function createMessageRedaction({ text, address, json, auth, labels }: Means): MessageRedaction {
  function records(whole: string): string | null {
    const isRecords = whole.includes(RECORD_SEPARATOR);
    const parts = isRecords ? whole.split(RECORD_SEPARATOR) : [whole];
    const safe = parts.map((part) => (isRecords && part === "" ? "" : record(part)));
    return safe.every((part) => part !== null) ? safe.join(RECORD_SEPARATOR) : null;
  }

  function record(part: string): string | null {
    const message = parseJson(part);
    return isObject(message) ? JSON.stringify(json.message(message)) : null;
  }

  function packets(whole: string): string | null {
    const [, call = "", wrapped] = /^(\s*___eio\[\d{1,3}\]\()(".*")\);?\s*$/s.exec(whole) ?? [];
    const inner = wrapped === undefined ? undefined : parseJson(wrapped);
    if (typeof inner === "string") {
      const safe = packets(inner);
      return safe === null ? null : `${call}${JSON.stringify(safe)});`;
    }
    if (/^\d+:[0-6b]/.test(whole)) return packetsByLength(whole);
    const safe = whole.split(RECORD_SEPARATOR).map(packet);
    return safe.every((each) => each !== null) ? safe.join(RECORD_SEPARATOR) : null;
  }

  /** Revision 3 writes each packet's length before it, so the lengths must be written anew. */
  function packetsByLength(whole: string): string | null {
    const safe = splitByLength(whole).map(packet);
    return safe.every((each) => each !== null) ? safe.map((each) => `${each.length}:${each}`).join("") : null;
  }

  function packet(whole: string): string | null {
    if (/^([12356]|[23]probe)$/.test(whole)) return whole;
    if (whole.startsWith("b")) return payload(whole);
    if (whole.startsWith("0{"))
      return parseJson(whole.slice(1)) ? withJson("0", whole.slice(1), json.message) : `0{${payload(whole.slice(2))}`;
    const [found, type = "", attachments = "", namespace = "", count = "", body = ""] =
      /^4([0-6])(\d+-)?(\/[^,]*,)?(\d*)(.*)$/s.exec(whole) ?? [];
    if (found === undefined) return whole.startsWith("4") ? `4${payload(whole.slice(1))}` : null;
    if (!BODIES[type]?.test(body)) return `4${payload(whole.slice(1))}`;
    const head = `4${type}${short(attachments)}${namespace && `${address(namespace.slice(0, -1))},`}`;
    return socketIoPacket(type, head, count.length > LONGEST_COUNT ? payload(count) : count, body);
  }

  function short(attachments: string): string {
    return attachments.length > LONGEST_COUNT + 1 ? "" : attachments;
  }

  function socketIoPacket(type: string, head: string, count: string, body: string): string {
    if (body === "") return head + count;
    if (type === "1") return head + text(count + body);
    if (type === "4") return withJson(head + count, body, connectError);
    if (type === "0")
      return withJson(head + count, body, (value) => (isObject(value) ? auth.message(value) : auth.data(value)));
    return withJson(head + count, body, (value) =>
      Array.isArray(value) ? event(value, /[25]/.test(type)) : json.data(value),
    );
  }

  function connectError(error: unknown): unknown {
    return typeof error === "string" ? text(error) : json.message(error);
  }

  /** The event's name is no data; an acknowledgement has none. */
  function event(values: unknown[], hasName: boolean): unknown[] {
    return values.map((value, index) =>
      hasName && index === 0 && typeof value === "string" ? eventName(value) : json.data(value),
    );
  }

  function eventName(name: string): string {
    return isEventName(name) && !labels.isSecret(name) ? name : labels.label("name", name, "name");
  }

  function withJson(head: string, body: string, redact: (value: unknown) => unknown): string {
    const value = parseJson(body);
    return head + (value === undefined ? payload(body) : JSON.stringify(redact(value)));
  }

  function payload(raw: string): string {
    return String(json.data(raw));
  }

  return { json: records, packets };
}

/** Where a length does not fit, all that is left is one packet. */
function splitByLength(text: string): string[] {
  const packets: string[] = [];
  for (let rest = text; rest; ) {
    const [head = "", length = ""] = /^(\d+):/.exec(rest) ?? [];
    const end = head.length + Number(length);
    const fits = head !== "" && (end === rest.length || /^\d+:/.test(rest.slice(end)));
    packets.push(fits ? rest.slice(head.length, end) : rest.slice(head.length));
    rest = fits ? rest.slice(end) : "";
  }
  return packets;
}
