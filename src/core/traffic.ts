import * as z from "zod/mini";

/**
 * What a source saw, in the one form that everything to the right of it reads. Times are epoch milliseconds.
 * A field that the source cannot know is null, which means unknown, never "no".
 */

const Header = z.object({ name: z.string(), value: z.string() });

const Content = z.object({
  /** Decoded text, or base64 where `encoding` says so; null when the source has only the size. */
  text: z.nullable(z.string()),
  encoding: z.enum(["text", "base64"]),
  bytes: z.nullable(z.number()),
  /** Nobody counted the bytes of a long text: `bytes` is how many characters it has, and no less. */
  atLeast: z.optional(z.boolean()),
});

/** What a `Date` can hold; a page may claim anything. */
const Time = z.number().check(z.gte(0), z.lte(8.64e15));

const common = {
  /** Unique within a recording: the source's name and a running number. */
  id: z.string(),
  at: Time,
};

/** One HTTP request, preflight, WebSocket handshake or EventSource. Said again with the same `exchange`, it adds what was unknown. */
export const ExchangeEvent = z.object({
  ...common,
  kind: z.literal("exchange"),
  exchange: z.string(),
  channel: z.enum(["http", "preflight", "websocket", "eventsource", "webtransport"]),
  /** The page load it belongs to; two loads of one page differ. */
  page: z.nullable(z.string()),
  method: z.string(),
  url: z.string(),
  requestHeaders: z.nullable(z.array(Header)),
  requestBody: z.nullable(Content),
  /** The status on the wire, even where the page was not allowed to see it; 0 when there was no answer. */
  status: z.nullable(z.number()),
  responseHeaders: z.nullable(z.array(Header)),
  responseBody: z.nullable(Content),
  /**
   * The browser's own word for why the page got no answer ("net::ERR_FAILED"); "" when it hides the word. `csp` and
   * `mixed-content` are ours, for what the page's own browser forbade before anything was sent.
   */
  netError: z.nullable(z.string()),
  /** The functions that asked for it, innermost first, each with its script's URL. */
  initiator: z.nullable(z.array(z.string())),
  /** Origin of the page that asked for it, as the page itself tells; absent is unknown. Firefox sends none with what it blocks. */
  askedBy: z.optional(z.string()),
  /** Does it carry credentials to another origin (`include`, `withCredentials`)? Only the page itself knows; absent is unknown. */
  credentials: z.optional(z.boolean()),
  /** When it was over; null while it is pending, or while a socket or stream is open. */
  endedAt: z.nullable(Time),
  /** Who gave the answer, where a source tells: a service worker in place of the server, or the server after one had let it pass. */
  answeredBy: z.optional(z.enum(["service-worker", "server"])),
  /** What the page itself tells of it; a page that is there tells of each socket's end. Absent where no page told of it. */
  pageTold: z.optional(z.enum(["begin", "end"])),
});

/** What the page asked of a request that the network sources tell of; of no use without them. */
export const AskedEvent = z.object({
  ...common,
  kind: z.literal("asked"),
  method: z.string(),
  url: z.string(),
  credentials: z.boolean(),
  /** The page's origin; "null" where it has none. */
  origin: z.optional(z.string()),
});

/** A WebSocket message, or one event of an EventSource. */
const FrameEvent = z.object({
  ...common,
  kind: z.literal("frame"),
  exchange: z.string(),
  direction: z.enum(["sent", "received"]),
  payload: Content,
  /** Its place among the messages of its direction, from 0, where the source counts also those that it had to drop. */
  nth: z.optional(z.number()),
  /** More of a message that was told of before, under the id of then. */
  isMore: z.optional(z.boolean()),
});

/** A WebSocket's CloseEvent, which only the page itself can see. */
const CloseEvent = z.object({
  ...common,
  kind: z.literal("close"),
  exchange: z.string(),
  code: z.nullable(z.number()),
  reason: z.nullable(z.string()),
  /** "browser": none of the two, but the browser, which takes a page's sockets down as it begins to leave it. */
  by: z.enum(["page", "server", "browser", "unknown"]),
});

/** The page was left: whatever it had open ends with it, and that is no failure. */
const NavigatedEvent = z.object({ ...common, kind: z.literal("navigated"), page: z.string(), url: z.string() });

/** Which states a page enters and leaves; "busy" is a script that lets nothing else run. */
export const PAGE_CHANGES = ["hidden", "visible", "frozen", "resumed", "offline", "online", "busy", "free"] as const;

/** What happened to a page itself, apart from any one connection. */
export const PageEvent = z.object({
  ...common,
  kind: z.literal("page"),
  page: z.nullable(z.string()),
  what: z.enum([...PAGE_CHANGES, "exception", "lost"]),
  /** The exception's name, or how many things were not recorded; never anything of the page's own data. */
  detail: z.nullable(z.string()),
});

/** The shell's clock: waiting has no event of its own. */
const TickEvent = z.object({ ...common, kind: z.literal("tick") });

/** `page-access` is all that only the page itself can tell; `workers` the same inside workers. */
export const Unseen = z.enum([
  "frames",
  "open-frames",
  "close-codes",
  "statuses",
  "bodies",
  "pending",
  "before-devtools",
  "page-blocks",
  "page-access",
  "workers",
]);

/**
 * The user says what a place speaks where nothing gives it away. It counts for what is told of after it, so it stands at
 * the head of a recording.
 */
export const MarkedEvent = z.object({
  ...common,
  kind: z.literal("marked"),
  /** Without query; that of the hub, where its clients negotiate. */
  url: z.string(),
  protocol: z.enum(["signalr", "engine-io", "web-pubsub"]),
});

/** What a source can and can't see, for the panel's "not seen" line. */
const CoverageEvent = z.object({
  ...common,
  kind: z.literal("coverage"),
  source: z.string(),
  notSeen: z.array(Unseen),
});

/**
 * A line that somebody pasted: a console line, an exception, a log entry, or a person's own words. It tells of the wire
 * what a line can tell; the rest is null.
 */
export const SaidEvent = z.object({
  ...common,
  kind: z.literal("said"),
  /** The line itself, cut to a readable length. */
  text: z.string(),
  protocol: z.nullable(z.enum(["signalr", "engine-io", "web-pubsub"])),
  /** Ids of the sentences that are known (`said/lexicon`), and of what stands around them. */
  messages: z.array(z.string()),
  scene: z.array(z.string()),
  /** Words of the line by which earlier threads are counted (`core/precedents`); a text's other words are not kept. */
  words: z.optional(z.array(z.string())),
  /** The words of a person for whom something does not work. */
  complains: z.boolean(),
  phase: z.nullable(z.string()),
  channel: z.nullable(z.enum(["http", "preflight", "websocket", "eventsource"])),
  transport: z.nullable(z.enum(["websocket", "sse", "long-polling", "polling"])),
  method: z.nullable(z.string()),
  url: z.nullable(z.string()),
  headers: z.array(Header),
  status: z.nullable(z.number()),
  netError: z.nullable(z.string()),
  body: z.nullable(z.string()),
  closeCode: z.nullable(z.number()),
  closeReason: z.nullable(z.string()),
  /** Major versions of the library that a line names for one side. */
  clientVersion: z.nullable(z.number()),
  serverVersion: z.nullable(z.number()),
  /** How long it takes, by these words, until the connection is cut. */
  dropsAfterMs: z.nullable(z.number()),
  /** Size of the message that is spoken of. */
  payloadBytes: z.nullable(z.number()),
  /** The client's port is none that the server says it listens on; a later URL lacks the path before the hub. */
  portsDiffer: z.nullable(z.boolean()),
  prefixLost: z.nullable(z.boolean()),
  /** Where it is no pasted text: a client's library logged it while the page was recorded. */
  from: z.optional(z.literal("console")),
});

export const TrafficEvent = z.discriminatedUnion("kind", [
  ExchangeEvent,
  AskedEvent,
  FrameEvent,
  CloseEvent,
  NavigatedEvent,
  PageEvent,
  TickEvent,
  CoverageEvent,
  SaidEvent,
  MarkedEvent,
]);

export type TrafficEvent = z.infer<typeof TrafficEvent>;
export type ExchangeEvent = z.infer<typeof ExchangeEvent>;
export type AskedEvent = z.infer<typeof AskedEvent>;
export type FrameEvent = z.infer<typeof FrameEvent>;
export type CloseEvent = z.infer<typeof CloseEvent>;
export type NavigatedEvent = z.infer<typeof NavigatedEvent>;
export type PageEvent = z.infer<typeof PageEvent>;
export type SaidEvent = z.infer<typeof SaidEvent>;
export type MarkedEvent = z.infer<typeof MarkedEvent>;
export type CoverageEvent = z.infer<typeof CoverageEvent>;
export type Header = z.infer<typeof Header>;
export type Content = z.infer<typeof Content>;
export type Channel = ExchangeEvent["channel"];
