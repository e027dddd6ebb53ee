import { describe, expect, it } from "vitest";
import { type EntryOptions, entryEvents } from "./entry.js";

const FROM_FILE: EntryOptions = { id: "h1", hasEnded: false, body: null };
const AT = Date.parse("2026-01-01T00:00:00Z");

function http(response: object, request: object = {}, more: object = {}) {
  return {
    startedDateTime: "2026-01-01T00:00:00Z",
    time: 20,
    request: {
      method: "POST",
      url: "https://app.test/chat/negotiate",
      headers: [{ name: "Accept", value: "*/*" }],
      ...request,
    },
    response: {
      status: 200,
      headers: [{ name: "Date", value: "now" }],
      content: { size: 2, mimeType: "text/plain", text: "{}" },
      ...response,
    },
    ...more,
  };
}

function socket(
  messages: object[],
  response: object = { status: 0, headers: [], content: { size: 0, mimeType: "x-unknown" } },
) {
  const request = { method: "GET", url: "wss://app.test/chat?id=1", headers: [{ name: "Host", value: "app.test" }] };
  return {
    startedDateTime: "2026-01-01T00:00:00Z",
    time: 5,
    request,
    response,
    _resourceType: "websocket",
    _webSocketMessages: messages,
  };
}

const errorMessage = (data: string) => ({ type: "error", time: AT / 1000, opcode: -1, data });

function exchangeOf(entry: unknown, options = FROM_FILE) {
  const [exchange] = entryEvents(entry, options);
  if (!exchange) throw new Error("no exchange was read");
  return exchange;
}

describe("a WebSocket that Chromium tells of", () => {
  it.each([
    ["answered 404", "Error during WebSocket handshake: Unexpected response code: 404", 404, null],
    ["answered 401", "HTTP Authentication failed; no valid credentials available", 401, null],
    [
      "refused by the host",
      "Error in connection establishment: net::ERR_CONNECTION_REFUSED",
      0,
      "net::ERR_CONNECTION_REFUSED",
    ],
    ["whose status another extension hides", "", null, ""],
    [
      "closed by the page while connecting",
      "WebSocket is closed before the connection is established.",
      0,
      "net::ERR_ABORTED",
    ],
  ])("%s", (_, data, status, netError) => {
    const [exchange, ...frames] = entryEvents(socket([errorMessage(data)]), FROM_FILE);
    expect(exchange).toMatchObject({ channel: "websocket", status, netError, responseHeaders: null, endedAt: AT + 5 });
    expect(frames).toEqual([]);
  });

  it("keeps its 101 when a broken frame ends it", () => {
    const open = { status: 101, headers: [{ name: "Upgrade", value: "websocket" }] };
    expect(exchangeOf(socket([errorMessage("Invalid frame header")], open))).toMatchObject({
      status: 101,
      netError: "Invalid frame header",
    });
  });

  it("gives its messages, binary ones with their real size", () => {
    const messages = [
      { type: "send", time: AT / 1000 + 0.015, opcode: 1, data: "häh" },
      { type: "receive", time: AT / 1000 + 0.02, opcode: 2, data: "AQIDBA==" },
    ];
    const [exchange, first, second] = entryEvents(socket(messages, { status: 101 }), FROM_FILE);
    expect(exchange?.endedAt).toBeNull();
    expect(first).toMatchObject({
      id: "h1.1",
      at: AT + 15,
      direction: "sent",
      payload: { text: "häh", encoding: "text", bytes: 4 },
    });
    expect(second).toMatchObject({
      direction: "received",
      payload: { text: "AQIDBA==", encoding: "base64", bytes: 4 },
    });
  });

  it("is over when DevTools tells of it as ended", () => {
    expect(exchangeOf(socket([], { status: 101 }), { ...FROM_FILE, hasEnded: true }).endedAt).toBe(AT + 5);
  });

  it("is open over HTTP/2, too, where the status is 200", () => {
    const messages = [{ type: "receive", time: AT / 1000, opcode: 1, data: "{}" }];
    expect(exchangeOf(socket(messages, { status: 200 })).status).toBe(101);
  });

  it("is still connecting when nothing has come back", () => {
    expect(exchangeOf(socket([]))).toMatchObject({ status: null, netError: null, endedAt: null });
  });
});

describe("other writers", () => {
  it("Playwright counts messages in milliseconds and errors as status -1", () => {
    const [, frame] = entryEvents(
      socket([{ type: "send", time: AT + 7, opcode: 1, data: "2" }], { status: 101 }),
      FROM_FILE,
    );
    expect(frame?.at).toBe(AT + 7);
    expect(exchangeOf(http({ status: -1, headers: [], _failureText: "net::ERR_NAME_NOT_RESOLVED" }))).toMatchObject({
      status: 0,
      netError: "net::ERR_NAME_NOT_RESOLVED",
    });
  });

  it("mitmproxy writes https for a WebSocket", () => {
    const entry = { ...socket([], { status: 101 }), _resourceType: undefined };
    entry.request.url = "https://app.test/chat?id=1";
    expect(exchangeOf(entry)).toMatchObject({ channel: "websocket", url: "wss://app.test/chat?id=1" });
  });

  it("a proxy writes https for a WebSocket that was refused, too", () => {
    const { request } = socket([]);
    const entry = http({ status: 404, headers: [{ name: "Server", value: "x" }] });
    entry.request = {
      ...entry.request,
      url: "https://app.test/chat?id=1",
      headers: [{ name: "Sec-WebSocket-Version", value: "13" }],
    };
    expect(request.url).toMatch(/^wss:/);
    expect(exchangeOf({ ...entry, _resourceType: undefined })).toMatchObject({
      channel: "websocket",
      url: "wss://app.test/chat?id=1",
      status: 404,
      netError: null,
    });
  });

  it("Firefox has a status of 0 without a word, and a refused WebSocket with its status", () => {
    expect(exchangeOf(http({ status: 0, headers: [] }))).toMatchObject({ status: 0, netError: "" });
    const refused = {
      ...socket([], { status: 404, headers: [{ name: "Server", value: "x" }] }),
      _webSocketMessages: undefined,
    };
    expect(exchangeOf(refused)).toMatchObject({ channel: "websocket", status: 404, netError: null });
  });

  it("Fiddler writes seven digits of a second", () => {
    expect(exchangeOf(http({}, {}, { startedDateTime: "2026-01-01T01:00:00.1234567+01:00" })).at).toBe(AT + 123);
  });
});

describe("an HTTP request", () => {
  it("blocked by CORS keeps the status on the wire, and its body is unknown", () => {
    const response = { _error: "net::ERR_FAILED", content: { size: 0, mimeType: "" } };
    expect(exchangeOf(http(response))).toMatchObject({ status: 200, netError: "net::ERR_FAILED", responseBody: null });
  });

  it("with an empty answer has a body of no bytes", () => {
    expect(exchangeOf(http({ content: { size: 0, mimeType: "text/plain" } })).responseBody).toEqual({
      text: null,
      encoding: "text",
      bytes: 0,
    });
  });

  it("is a preflight when it asks for a method", () => {
    const headers = [{ name: "Access-Control-Request-Method", value: "POST" }];
    expect(exchangeOf(http({ status: 405 }, { method: "OPTIONS", headers })).channel).toBe("preflight");
  });

  it("is an EventSource by its content type, with events as messages", () => {
    const more = { _eventSourceMessages: [{ time: AT / 1000, eventName: "message", eventId: "", data: "{}\u001e" }] };
    const [exchange, frame] = entryEvents(
      http({ content: { size: 1, mimeType: "text/event-stream" } }, { method: "GET" }, more),
      FROM_FILE,
    );
    expect(exchange).toMatchObject({ channel: "eventsource", endedAt: null });
    expect(frame).toMatchObject({ direction: "received", payload: { text: "{}\u001e", bytes: 3 } });
  });

  it("takes its body from DevTools, decoded where it is text", () => {
    const response = { content: { size: 3, mimeType: "application/json" } };
    const body = { text: btoa("{ }"), encoding: "base64" };
    expect(exchangeOf(http(response), { ...FROM_FILE, body }).responseBody).toEqual({
      text: "{ }",
      encoding: "text",
      bytes: 3,
    });
    expect(
      exchangeOf(http({ content: { size: 3, mimeType: "image/png" } }), { ...FROM_FILE, body }).responseBody?.encoding,
    ).toBe("base64");
  });

  it("names who asked for it, through asynchronous calls", () => {
    const frames = (name: string) => [{ functionName: name, url: "https://app.test/app.js", lineNumber: 1 }];
    const _initiator = {
      type: "script",
      stack: { callFrames: frames("send"), parent: { description: "await", callFrames: frames("start") } },
    };
    expect(exchangeOf(http({}, {}, { _initiator })).initiator).toEqual([
      "send https://app.test/app.js",
      "start https://app.test/app.js",
    ]);
  });
});

describe("nonsense", () => {
  it.each([[null], [3], ["entry"], [[]], [{}], [{ request: {} }], [{ request: { url: "" } }]])(
    "%j is no exchange",
    (entry) => {
      expect(entryEvents(entry, FROM_FILE)).toEqual([]);
    },
  );

  it("in every field but the URL leaves everything unknown", () => {
    const request = { url: "x", method: 3, headers: "none", postData: [], bodySize: "many" };
    const entry = {
      startedDateTime: {},
      time: null,
      pageref: 4,
      request,
      response: [],
      _initiator: 1,
      _webSocketMessages: 0,
    };
    expect(exchangeOf(entry)).toMatchObject({
      at: 0,
      method: "GET",
      page: null,
      status: null,
      requestHeaders: null,
      responseHeaders: null,
      endedAt: null,
    });
  });
});
