import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import {
  type Content,
  type ExchangeEvent,
  type FrameEvent,
  PAGE_CHANGES,
  type TrafficEvent,
} from "../../src/core/traffic.js";
import { oddBase64, oddJson, oddNumber, oddText } from "./odd.js";

const CAPTURES = new URL("../captures/", import.meta.url);
const captures = readdirSync(CAPTURES)
  .filter((_, index) => index % 9 === 0)
  .map((file) => readFileSync(new URL(file, CAPTURES), "utf8"));

/** A HAR of a real server in which a few fields hold something else, or names of an object's machinery. */
export const oddHar: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...captures), fc.array(fc.tuple(fc.nat(), oddJson), { minLength: 1, maxLength: 12 }))
  .map(([capture, changes]) => changes.reduce(changed, capture));

/** Puts the value in place of the nth value of the text. */
function changed(har: string, [nth, value]: [number, unknown]): string {
  const places = [...har.matchAll(/": (?="|\d|\[|\{|null|true|false)/g)];
  const place = places[nth % places.length];
  if (!place) return har;
  const from = place.index + 3;
  return har.slice(0, from) + (JSON.stringify(value) ?? "null") + har.slice(endOfValue(har, from));
}

function endOfValue(text: string, from: number): number {
  if (text[from] === '"') return from + (/^"(?:[^"\\]|\\.)*"/.exec(text.slice(from))?.[0].length ?? 1);
  if (!/[[{]/.test(text[from] ?? "")) return from + (/^[\w.+-]+/.exec(text.slice(from))?.[0].length ?? 0);
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '"') at = endOfValue(text, at) - 1;
    else if (/[[{]/.test(text[at] ?? "")) depth += 1;
    else if (/[\]}]/.test(text[at] ?? "") && --depth === 0) return at + 1;
  }
  return text.length;
}

const oddContent: fc.Arbitrary<Content> = fc.oneof(
  oddText.map((text): Content => ({ text, encoding: "text", bytes: null })),
  oddBase64.map((text): Content => ({ text, encoding: "base64", bytes: null })),
  oddNumber.map((bytes): Content => ({ text: null, encoding: "text", bytes })),
);

const header = fc.record({
  name: fc.oneof(
    fc.constantFrom(
      "Origin",
      "Date",
      "Set-Cookie",
      "Cookie",
      "Authorization",
      "WWW-Authenticate",
      "Location",
      "Server",
    ),
    oddText,
  ),
  value: oddText,
});

/** Each is of one of the protocols by its address, and may hold anything. */
const ADDRESSES = [
  "https://app.test/hub/negotiate?negotiateVersion=1",
  "https://app.test/hub?id=[id-1;22B]",
  "wss://app.test/hub?id=abcdefghijklmnopqrstuQ&access_token=",
  "https://app.test/signalr/connect?transport=webSockets&connectionToken=x&clientProtocol=2.1",
  "https://app.test/socket.io/?EIO=4&transport=polling&sid=s",
  "https://app.test/socket.io/?EIO=3&transport=polling",
  "wss://app.test/socket.io/?EIO=4&transport=websocket",
  "wss://app.webpubsub.azure.com/client/hubs/chat",
  "wss://app.webpubsub.azure.com/clients/socketio/hubs/chat?EIO=4&transport=websocket",
];

/** As far as messages between the rooms let it through. */
const oddTime = oddNumber.map((at) => Math.min(Math.abs(at), 8.64e15));
const common = { at: fc.oneof(fc.integer({ min: 1.7e12, max: 1.8e12 }), oddTime) };

const exchange: fc.Arbitrary<ExchangeEvent> = fc
  .record({
    ...common,
    nth: fc.nat({ max: 5 }),
    channel: fc.constantFrom("http", "preflight", "websocket", "eventsource", "webtransport"),
    page: fc.option(fc.constantFrom("p1", "p2", "__proto__")),
    method: fc.oneof(fc.constantFrom("GET", "POST", "DELETE", "OPTIONS"), oddText),
    url: fc.oneof(
      fc.tuple(fc.constantFrom(...ADDRESSES), fc.option(oddText)).map(([address, more]) => address + (more ?? "")),
      oddText,
    ),
    requestHeaders: fc.option(fc.array(header, { maxLength: 5 })),
    requestBody: fc.option(oddContent),
    status: fc.option(fc.oneof(fc.constantFrom(0, 101, 200, 204, 301, 307, 400, 401, 404, 503), oddNumber)),
    responseHeaders: fc.option(fc.array(header, { maxLength: 5 })),
    responseBody: fc.option(oddContent),
    netError: fc.option(fc.oneof(fc.constantFrom("", "net::ERR_FAILED", "csp", "net::ERR_ABORTED"), oddText)),
    initiator: fc.option(fc.array(oddText, { maxLength: 3 })),
    endedAt: fc.option(oddTime),
  })
  .map(
    ({ nth, ...seen }): ExchangeEvent =>
      ({ kind: "exchange", id: `h${nth}`, exchange: `h${nth}`, ...seen }) as ExchangeEvent,
  );

const frame: fc.Arbitrary<FrameEvent> = fc
  .record({ ...common, nth: fc.nat({ max: 5 }), direction: fc.constantFrom("sent", "received"), payload: oddContent })
  .map(({ nth, ...seen }): FrameEvent => ({ kind: "frame", id: "", exchange: `h${nth}`, ...seen }) as FrameEvent);

const other = fc.oneof(
  fc.record({
    kind: fc.constant("close"),
    ...common,
    code: fc.option(oddNumber),
    reason: fc.option(oddText),
    by: fc.constantFrom("page", "server", "unknown"),
    exchange: fc.constantFrom("h0", "h1", "h9"),
  }),
  fc.record({
    kind: fc.constant("navigated"),
    ...common,
    page: fc.constantFrom("p1", "p2", "__proto__"),
    url: oddText,
  }),
  fc.record({
    kind: fc.constant("page"),
    ...common,
    page: fc.constant(null),
    what: fc.constantFrom(...PAGE_CHANGES),
    detail: fc.option(oddText),
  }),
  fc.record({ kind: fc.constant("tick"), ...common }),
);

/** Traffic of the right shape and of any content. */
export const oddEvents: fc.Arbitrary<TrafficEvent[]> = fc
  .array(
    fc.oneof({ weight: 4, arbitrary: exchange }, { weight: 5, arbitrary: frame }, { weight: 2, arbitrary: other }),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((events) => events.map((event, index) => ({ ...event, id: `e${index}` }) as TrafficEvent));

export const oddFrames: fc.Arbitrary<FrameEvent[]> = fc.array(frame, { minLength: 1, maxLength: 8 });
