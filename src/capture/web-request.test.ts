import { beforeEach, expect, test, vi } from "vitest";
import type { ExchangeEvent, NavigatedEvent } from "../core/traffic.js";
import { createWebRequestSource } from "./web-request.js";

type Hear = (details: object) => void;

/** Firefox's `webRequest`, as far as it is listened to. */
const hears = vi.hoisted(() => new Map<string, Hear>());

vi.mock("webextension-polyfill", () => {
  const event = (name: string) => ({ addListener: (hear: Hear) => hears.set(name, hear), removeListener: () => {} });
  const names = ["onBeforeRequest", "onSendHeaders", "onHeadersReceived", "onBeforeRedirect", "onCompleted"];
  const webRequest = Object.fromEntries([...names, "onErrorOccurred"].map((name) => [name, event(name)]));
  return { default: { runtime: { getBrowserInfo: () => {} }, webRequest, tabs: { onRemoved: event("onRemoved") } } };
});

const NOW = Date.UTC(2026, 0, 1);

beforeEach(() => hears.clear());

/** Of both Firefox says afterwards that they failed, at an address that they never went to. */
test.each([
  { what: "preflight", method: "OPTIONS", type: "xmlhttprequest", url: "http://app.test/hub/negotiate" },
  { what: "WebSocket", method: "GET", type: "websocket", url: "ws://app.test/socket.io/?EIO=4&transport=websocket" },
])("a $what that is redirected has ended with its answer", async ({ method, type, url }) => {
  const { told, tell } = watch();
  const redirectUrl = url.replace(/^\w+/, "https");
  const target = url.replace(/^(http|ws)/, "$1s");
  tell("onBeforeRequest", { method, type, url });
  tell("onHeadersReceived", { method, type, url, statusCode: 307, responseHeaders: [] });
  tell("onBeforeRedirect", { method, type, url, statusCode: 307, responseHeaders: [], redirectUrl });
  await quiet();
  tell("onErrorOccurred", { method, type, url: target, error: "NS_ERROR_NET_ON_RECEIVING_FROM" });
  await quiet();
  expect(told).toMatchObject([{ url, status: 307, netError: null }]);
});

test("a request that follows a redirect, and fails where that leads, is told of there, too", async () => {
  const { told, tell } = watch();
  const asked = { method: "POST", type: "xmlhttprequest", url: "http://app.test/hub/negotiate" };
  const redirectUrl = "https://app.test/hub/negotiate";
  tell("onBeforeRequest", asked);
  tell("onHeadersReceived", { ...asked, statusCode: 307, responseHeaders: [] });
  tell("onBeforeRedirect", { ...asked, statusCode: 307, responseHeaders: [], redirectUrl });
  tell("onErrorOccurred", { ...asked, url: redirectUrl, error: "NS_ERROR_CONNECTION_REFUSED" });
  await quiet();
  expect(told).toMatchObject([
    { url: asked.url, status: 307 },
    { url: redirectUrl, status: 0, netError: "net::ERR_CONNECTION_REFUSED" },
  ]);
});

test("another extension blocks what has not left the browser; what has, and ends with the same word, the page gave up", async () => {
  const url = "http://app.test/socket.io/?EIO=4&transport=polling";
  const asked = { method: "GET", type: "xmlhttprequest", url };
  const requestHeaders = [{ name: "Accept", value: "*/*" }];
  for (const [isSent, netError] of [
    [false, "net::ERR_BLOCKED_BY_CLIENT"],
    [true, "net::ERR_ABORTED"],
  ] as const) {
    const { told, tell } = watch();
    tell("onBeforeRequest", asked);
    if (isSent) tell("onSendHeaders", { ...asked, requestHeaders });
    tell("onErrorOccurred", { ...asked, error: "NS_ERROR_ABORT" });
    await quiet();
    expect(told).toMatchObject([{ url, netError }]);
  }
});

function watch() {
  const told: (ExchangeEvent | NavigatedEvent)[] = [];
  const unfinished = { of: async () => null, keep: () => {}, forget: () => {}, left: async () => [] };
  createWebRequestSource({
    tell: (_, event) => void told.push(event),
    isPrivate: async () => false,
    unfinished,
  }).start();
  let timeStamp = NOW;
  const tell = (name: string, details: object) => {
    timeStamp += 10;
    hears.get(name)?.({ requestId: "23", tabId: 7, timeStamp, ...details });
  };
  return { told, tell };
}

/** Whatever was told has had its turn. */
function quiet(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
