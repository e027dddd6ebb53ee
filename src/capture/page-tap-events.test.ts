import { describe, expect, test } from "vitest";
import { analyse } from "../core/analysis.js";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import { type ExchangeEvent, TrafficEvent } from "../core/traffic.js";
import { pageTapEvents } from "./page-tap-events.js";
import { readStack } from "./stack.js";
import { TapEvent } from "./tapped.js";

const FRAME = { id: "0.42", origin: "https://app.test", url: "https://app.test/page" };
const URL_OF = "wss://app.test/client/hubs/chat";
const socket = { socket: 1, channel: "websocket", url: URL_OF } as const;

const SESSION: TapEvent[] = [
  { kind: "begun", at: 1000, ...socket, protocols: "json.webpubsub.azure.v1", stack: null },
  { kind: "opened", at: 1010, ...socket, protocol: "json.webpubsub.azure.v1" },
  {
    kind: "message",
    at: 1020,
    socket: 1,
    direction: "received",
    nth: 0,
    head: `{"type":"system","event":"connected"}`,
    isBinary: false,
    bytes: null,
  },
  { kind: "closed", at: 1030, ...socket, code: 1008, reason: "No longer welcome", wasClean: true, byPage: false },
];

const eventsOf = (told: TapEvent[]) => told.flatMap((event) => pageTapEvents(TapEvent.parse(event), FRAME));

describe("a session", () => {
  test("becomes one connection with its messages and its close", () => {
    const events = eventsOf(SESSION);
    expect(events.map((event) => TrafficEvent.safeParse(event).success)).not.toContain(false);
    expect(analyse(events, NOTHING_KNOWN).connections).toMatchObject([
      { protocol: "web-pubsub", received: 1, state: "failed" },
    ]);
    expect(events.at(-1)).toMatchObject({ kind: "close", code: 1008, reason: "No longer welcome", by: "server" });
  });

  test("told twice has the same ids", () => {
    expect(eventsOf(SESSION)).toEqual(eventsOf(SESSION));
    const ids = eventsOf(SESSION).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([
    ["page", { wasClean: true, byPage: true }],
    ["server", { wasClean: true, byPage: false }],
    ["browser", { wasClean: true, byPage: false, byBrowser: true }],
    ["unknown", { wasClean: false, byPage: false }],
  ])("was closed by %s", (by, how) => {
    const [, close] = eventsOf([{ kind: "closed", at: 1, ...socket, code: 1006, reason: "", ...how }]);
    expect(close).toMatchObject({ kind: "close", by });
  });
});

test("a socket that went away with its frame is over, and the page told of no end", () => {
  expect(eventsOf([{ kind: "gone", at: 1, ...socket }])).toMatchObject([{ endedAt: 1, pageTold: "begin" }]);
});

test("a handshake that the page gave up says so itself; why another failed is for the network to say", () => {
  const [givenUp] = eventsOf([{ kind: "failed", at: 1, ...socket, byPage: true }]);
  expect(givenUp).toMatchObject({ netError: "net::ERR_ABORTED", endedAt: 1 });
  const [broken] = eventsOf([{ kind: "failed", at: 1, ...socket, byPage: false }]);
  expect(broken).toMatchObject({ netError: null, endedAt: 1 });
});

describe("what the page's browser forbade", () => {
  const stack =
    "Error\n    at Object.construct (chrome-extension://abc/src/capture/page-tap.iife.js:1:2)\n    at ask (https://app.test/x.js:1:2)";

  test("by policy: the socket itself, or a request of which only the URL is known", () => {
    const blocked = { kind: "blocked", at: 5, nth: 1, channel: "websocket", url: URL_OF } as const;
    expect(eventsOf([{ ...blocked, socket: 1 }])).toMatchObject([
      { exchange: "tap-0.42-1", status: 0, netError: "csp" },
    ]);
    const url = "https://app.test/x/negotiate?negotiateVersion=1";
    expect(eventsOf([{ ...blocked, channel: "http", url, socket: null }])).toMatchObject([
      { channel: "http", method: "POST", netError: "csp", url },
    ]);
  });

  test("as mixed content: an insecure address from a secure page", () => {
    const threw = { kind: "threw", at: 5, socket: 1, channel: "websocket", protocols: null, stack } as const;
    const [mixed] = eventsOf([{ ...threw, url: "http://api.test/socket.io/", name: "SecurityError" }]);
    expect(mixed).toMatchObject({ url: "ws://api.test/socket.io/", netError: "mixed-content" });
    expect((mixed as ExchangeEvent).initiator).toEqual(["ask https://app.test/x.js"]);
    const other = { ...threw, url: "wss://api.test/#x", name: "SyntaxError" };
    expect(eventsOf([other])).toMatchObject([{ kind: "page", what: "exception", detail: "SyntaxError" }]);
  });
});

test("a stack reads as DevTools would tell it", () => {
  const stack = `Error
    at Object.construct (chrome-extension://abc/src/capture/page-tap.iife.js:1:2)
    at new WebSocketTransport (https://app.test/signalr.js:10:20)
    at HttpConnection._startTransport (https://app.test/signalr.js:10:20)
    at async t.start (https://app.test/signalr.js:10:20)
    at Object.connection.onclose [as x] (https://app.test/signalr.js:10:20)
    at https://app.test/main.js:1:2`;
  expect(readStack(stack)).toEqual([
    "WebSocketTransport https://app.test/signalr.js",
    "_startTransport https://app.test/signalr.js",
    "start https://app.test/signalr.js",
    "connection.onclose https://app.test/signalr.js",
    " https://app.test/main.js",
  ]);
});

test("and so does Firefox's, which has other names for functions without one", () => {
  const stack = `construct@moz-extension://abc/src/capture/page-tap.iife.js:1:2
e/connect/<@https://app.test/signalr.js:1:31388
connect@https://app.test/signalr.js:1:31040
async*HttpConnection.prototype.start@https://app.test/signalr.js:1:34405
@https://app.test/main.js:23:15
`;
  expect(readStack(stack)).toEqual([
    " https://app.test/signalr.js",
    "connect https://app.test/signalr.js",
    "start https://app.test/signalr.js",
    " https://app.test/main.js",
  ]);
});

test.each([Number.NaN, -1, 8.64e15 + 1, Number.POSITIVE_INFINITY, "now"])("%s is no time of an event", (at) => {
  expect(TapEvent.safeParse({ ...SESSION[0], at }).success).toBe(false);
});

test("more than a page may say at once is no event", () => {
  expect(TapEvent.safeParse({ ...SESSION[0], url: "x".repeat(70_000) }).success).toBe(false);
});
