import * as z from "zod/mini";
import { PAGE_CHANGES } from "../core/traffic.js";
import { LOGGED_CAP, LONGEST } from "./tap/wire.js";
import { unpackMessages } from "./unpack-messages.js";

/**
 * What the page tap tells, as it crosses from a page into the extension. Pages are not to be trusted: every length has a
 * limit here, and what goes beyond it is dropped with its batch.
 */

const LONGEST_PACK = 4_000_000;
const text = z.string().check(z.maxLength(LONGEST));
const count = z.number().check(z.int(), z.gte(0));

const common = {
  /** Epoch milliseconds, as far as a `Date` goes. */
  at: z.number().check(z.gte(0), z.lte(8.64e15)),
};

/** A WebSocket or EventSource, numbered within its document. */
const socket = {
  ...common,
  socket: count,
  channel: z.enum(["websocket", "eventsource", "webtransport"]),
  url: text,
};

const isPack = (packed: string) => unpackMessages(packed) !== null;

export const TapEvent = z.discriminatedUnion("kind", [
  /** The constructor returned; the handshake is under way. `stack` is V8's text. */
  z.object({ ...socket, kind: z.literal("begun"), protocols: z.nullable(text), stack: z.nullable(text) }),
  z.object({ ...socket, kind: z.literal("opened"), protocol: text }),
  z.object({
    ...common,
    kind: z.literal("message"),
    socket: count,
    direction: z.enum(["sent", "received"]),
    /** Its place among the messages of its direction, those that were dropped counted in. */
    nth: count,
    /** Text, or base64 where `isBinary`; only the head of what is long, null when even that is not known. */
    head: z.nullable(text),
    isBinary: z.boolean(),
    /** Of the whole message; null where `head` is the whole of a text. */
    bytes: z.nullable(count),
  }),
  /** Many of them in one text, as tap/pack.ts has it. */
  z.object({ kind: z.literal("messages"), packed: z.string().check(z.maxLength(LONGEST_PACK), z.refine(isPack)) }),
  /** Over, after it had opened; code and reason of the CloseEvent, which an EventSource has none of. */
  z.object({
    ...socket,
    kind: z.literal("closed"),
    code: z.nullable(count),
    reason: z.nullable(text),
    wasClean: z.boolean(),
    byPage: z.boolean(),
    /** The page was about to be left, and so its browser closed it; the relay says so. */
    byBrowser: z.optional(z.boolean()),
  }),
  /** Its document is gone, and it with it. The relay says so: in the page nothing runs any more. */
  z.object({ ...socket, kind: z.literal("gone") }),
  /** Over without having opened; why, the network sources know, unless the page itself closed it (`byPage`). */
  z.object({ ...socket, kind: z.literal("failed"), byPage: z.boolean() }),
  /** The Content-Security-Policy forbade it; `socket` is null for a fetch or an XMLHttpRequest. */
  z.object({
    ...common,
    kind: z.literal("blocked"),
    socket: z.nullable(count),
    nth: count,
    channel: z.enum(["websocket", "eventsource", "webtransport", "http"]),
    url: text,
  }),
  /** The constructor threw; `url` as it was given, "" where that was no string. */
  z.object({ ...socket, kind: z.literal("threw"), protocols: z.nullable(text), name: text, stack: z.nullable(text) }),
  z.object({ ...common, kind: z.literal("page"), what: z.enum(PAGE_CHANGES) }),
  /** A request that may be a handshake's, and whether it carries credentials to another origin. */
  z.object({ ...common, kind: z.literal("asked"), method: text, url: text, credentials: z.boolean() }),
  /** What a client's library logged as an error or a warning, the `nth` such line of its document. */
  z.object({ ...common, kind: z.literal("logged"), nth: count, text: z.string().check(z.maxLength(LOGGED_CAP)) }),
  /** So many things could not be recorded. */
  z.object({ ...common, kind: z.literal("lost"), count }),
]);
export type TapEvent = z.infer<typeof TapEvent>;

/** What a relay sends to whoever records its tab, who says once it has it; the browser tells tab and frame. */
export const TappedMessage = z.object({
  type: z.literal("tapped"),
  batch: count,
  events: z.array(TapEvent).check(z.maxLength(1000)),
});
export type TappedMessage = z.infer<typeof TappedMessage>;

/** What a relay hears. `tap`: its tab is recorded, or not, as the worker says. `hears`: whoever records hears this port. `taken`: and has this batch. */
export type TapAnswer = { type: "tap"; record: boolean } | { type: "hears" } | { type: "taken"; batch: number };

/** What leaves the page's world: like a TapEvent, but that a Blob's bytes are read by the relay. */
export type RawTapEvent =
  | Exclude<TapEvent, { kind: "message" }>
  | (Omit<Extract<TapEvent, { kind: "message" }>, "head"> & { head: Blob | string | null });

/** What a tap tells at once; messages that are packed are a text. Where that is all, the text alone: it crosses without a copy. */
export interface Told {
  count: number;
  /** By their place, from 0 on: what a page made of its arrays has no say in it. */
  events: Record<number, RawTapEvent | string>;
}
