import { wholeGroups } from "./tap/pack.js";
import { LONGEST } from "./tap/wire.js";

/** As a tap tells of it where it does so by itself. */
interface Message {
  kind: "message";
  at: number;
  socket: number;
  direction: "sent" | "received";
  nth: number;
  head: string | null;
  isBinary: boolean;
  bytes: number | null;
  /** There are no fewer, and nobody counted them. */
  atLeast?: boolean;
}

/** At most as many digits as a number has that is exact. */
const MESSAGE = /^([tbu])(-?\d{1,15}) (\d{1,9})(?: (-?\d{0,15})(?: (\d{1,9}) ([sr]) (\d{1,15}))?)?$/;
const LATEST = 8.64e15;

/** The messages of a pack, in their order; null for what no tap has packed. */
export function unpackMessages(packed: string): Message[] | null {
  const [list = "", base64 = ""] = packed.split(";", 2);
  const texts = packed.slice(list.length + base64.length + 2);
  const [start = "", ...rows] = list.split(",");
  const [count, began] = start.split(" ").map(Number);
  if (count !== rows.length || began === undefined) return null;
  const from = { base64, texts, began, read: 0, decoded: 0 };
  const messages: Message[] = [];
  for (const row of rows) {
    const message = messageOf(row, from, messages.at(-1));
    if (!message) return null;
    messages.push(message);
  }
  return from.read === texts.length && from.decoded === base64.length ? messages : null;
}

interface Source {
  base64: string;
  texts: string;
  began: number;
  /** So much of each has been read. */
  read: number;
  decoded: number;
}

function messageOf(row: string, from: Source, before: Message | undefined): Message | null {
  const [, form, later, wide, size, socket, way, nth] = MESSAGE.exec(row) ?? [];
  const place = socket === undefined ? before && following(before) : placed(socket, way, nth);
  const at = from.began + Number(later);
  const length = Number(wide);
  if (!place || !(at >= 0 && at <= LATEST) || !(length <= LONGEST)) return null;
  const head = form === "b" ? bytesOf(length, from) : form === "t" ? textOf(length, from) : null;
  if (head === null && form !== "u") return null;
  const isBinary = form === "b";
  const bytes = size ? Math.abs(Number(size)) : isBinary ? length : null;
  return { kind: "message", at, ...place, head, isBinary, bytes, ...(size?.startsWith("-") ? { atLeast: true } : {}) };
}

type Place = Pick<Message, "socket" | "direction" | "nth">;

function following({ socket, direction, nth }: Message): Place {
  return { socket, direction, nth: nth + 1 };
}

function placed(socket: string, way: string | undefined, nth: string | undefined): Place {
  return { socket: Number(socket), direction: way === "s" ? "sent" : "received", nth: Number(nth) };
}

function textOf(length: number, from: Source): string | null {
  const end = from.read + length;
  if (end > from.texts.length) return null;
  const text = from.texts.slice(from.read, end);
  from.read = end;
  return text;
}

/** What fills up the last group is no byte of the message: there base64 has its "=". */
function bytesOf(length: number, from: Source): string | null {
  const whole = wholeGroups(length);
  const end = from.decoded + (whole / 3) * 4;
  if (end > from.base64.length) return null;
  const filled = whole - length;
  const text = from.base64.slice(from.decoded, end - filled) + "=".repeat(filled);
  from.decoded = end;
  return text;
}
