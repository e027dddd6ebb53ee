import { describe, expect, test } from "vitest";
import { seeded } from "../../core/testing/seeded.js";
import { TrafficEvent } from "../../core/traffic.js";
import { eventsFromText } from "./events-from-text.js";

/** What all lines together tell, the first word on a thing standing. */
function told(text: string, protocol: "signalr" | "engine-io" | "web-pubsub" | null = null) {
  const { events } = eventsFromText(text, { protocol });
  const first = <K extends keyof (typeof events)[number]>(key: K) =>
    events.find((event) => event[key] !== null)?.[key] ?? null;
  return {
    messages: events.flatMap((event) => event.messages),
    scene: events.flatMap((event) => event.scene),
    complains: events.some((event) => event.complains),
    first,
  };
}

describe("what people paste", () => {
  test("a console line of Chromium", () => {
    const { first, messages } = told(
      "signalr.js:12 WebSocket connection to 'wss://app.test/chat?id=abc' failed: Error during WebSocket handshake: Unexpected response code: 503",
    );
    expect([first("url"), first("status"), first("channel"), first("phase")]).toEqual([
      "wss://app.test/chat?id=abc",
      503,
      "websocket",
      "connect",
    ]);
    expect(first("protocol")).toBe("signalr");
    expect(messages).toEqual(expect.arrayContaining(["websocket-failed", "websocket-status"]));
  });

  test("Firefox's typographic quotes", () => {
    const { messages } = told(
      "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ‘https://app.test/chat/negotiate’. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing).",
    );
    expect(messages).toContain("cors-no-allow-origin");
  });

  test("a request and its answer over several lines", () => {
    const { first } = told(
      "OPTIONS https://app.test/chat/negotiate HTTP/1.1\nOrigin: https://www.test\n\nHTTP/1.1 302 Found\nLocation: https://login.test/",
    );
    expect([first("method"), first("channel"), first("status")]).toEqual(["OPTIONS", "preflight", 302]);
  });

  test("colours, and a sentence wrapped over two lines", () => {
    const { messages, first } = told(
      "\u001b[31mError: Failed to complete\u001b[0m\nnegotiation with the server: Error: Not Found: Status code '404'",
    );
    expect(messages).toContain("negotiation-failed");
    expect(first("status")).toBe(404);
  });

  test("a stack trace names its certificate, whatever stands around it", () => {
    const { messages } = told(
      "noise\nError: self signed certificate\n    at TLSSocket.onConnectSecure (node:_tls_wrap:1540:34)\n  code: 'DEPTH_ZERO_SELF_SIGNED_CERT'\nnoise",
    );
    expect(messages).toContain("certificate-refused");
  });

  test("a JSON line of live trace", () => {
    const { messages, first } = told(
      '{"time":"2026-01-01T00:00:00Z","logLevel":"Warning","eventName":"HttpHandlerUnexpectedResponse","message":"Sending message during operation hub:chat,event:connect,type:sys,category:connections,requestType:Connect got unexpected response with status code 404."}',
    );
    expect(messages).toContain("upstream-refused-404");
    expect(first("protocol")).toBe("web-pubsub");
  });

  test("a CSV export, where a cell holds commas", () => {
    const { messages } = told(
      'TimeGenerated [UTC],Level,OperationName,Message\n2026-01-01,Informational,ConnectionAborted,"Connection count reaches limit, closing"\n',
    );
    expect(messages).toContain("connection-count-limit");
  });

  test("versions, times and sizes", () => {
    const { first } = told("socket.io-client 2.3.0, server 3.0.1; disconnects after 60 seconds when I send 2 MB");
    expect([first("clientVersion"), first("serverVersion"), first("dropsAfterMs"), first("payloadBytes")]).toEqual([
      2, 3, 60_000, 2_097_152,
    ]);
  });

  test("a server's version in words", () => {
    const { first } = told("the socket.io client is version 4, and the server version is two");
    expect([first("clientVersion"), first("serverVersion")]).toEqual([4, 2]);
  });

  test("an address is no version", () => {
    const { first } = told("socket.io: client with ip /1.2.3.4 cannot reach the server at 2.3.4.5");
    expect([first("clientVersion"), first("serverVersion")]).toEqual([null, null]);
  });

  test("the status in Socket.IO's own error", () => {
    const { first } = told(
      "Error: xhr poll error\n    at XHR.onError {\n  description: 503,\n  context: XMLHttpRequest {}",
    );
    expect(first("status")).toBe(503);
  });

  test("a client on another port than the server's", () => {
    expect(
      told(
        "Now listening on: https://localhost:7182\nconnecting to https://localhost:5001/chat fails",
        "signalr",
      ).first("portsDiffer"),
    ).toBe(true);
  });

  test("but not the two sides of a proxy", () => {
    const line =
      'connect() failed (111: Connection refused) while connecting to upstream, client: 127.0.0.1, server: , request: "GET /socket.io/?EIO=4 HTTP/1.1", upstream: "http://127.0.0.1:5000/socket.io/", host: "127.0.0.1:8080"';
    expect(
      told(`${line}\n"GET /socket.io/?EIO=4 HTTP/1.1" 502 559 "http://127.0.0.1:8080/"`).first("portsDiffer"),
    ).toBeNull();
  });

  test("a library's standing advice is no evidence", () => {
    const { scene, messages } = told("If you have multiple servers check that sticky sessions are enabled.", "signalr");
    expect([scene, messages]).toEqual([[], []]);
  });
});

describe("healthy texts are no complaint", () => {
  test.each([
    "[2026-01-01T10:00:00.000Z] Information: WebSocket connected to wss://app.test/chat?id=abc.",
    "socket.io-client:manager connect attempt will timeout after 20000 +7ms\nsocket.io-client:socket socket connected with id emVyzJPFYLlVMB7YAAAD +2ms",
    "disconnect: io client disconnect",
    "info: Microsoft.Hosting.Lifetime[14]\n      Now listening on: http://localhost:5000",
    "Error: Failed to start the HttpConnection before stop() was called.",
  ])("%s", (text) => {
    const { events } = eventsFromText(text);
    expect(events.some((event) => event.complains)).toBe(false);
  });
});

describe("hostile input", () => {
  const random = seeded(7);
  const PIECES = [
    "{",
    "}",
    '"',
    "wss://",
    "status code ",
    "\u001b[",
    "\n",
    ",",
    "socket.io",
    "SignalR ",
    "404",
    "\\x16",
    "é",
    "\ud800",
    "%E0%A4%A",
    "a".repeat(500),
    "(".repeat(50),
    " ",
    "transport=",
    "after 60 s",
    "EIO=9&",
    "<html",
    "net::ERR_",
    ":::",
    "\0",
  ];

  test("any text at all gives valid events, and never throws", () => {
    for (let round = 0; round < 200; round++) {
      const text = Array.from(
        { length: Math.floor(random() * 60) },
        () => PIECES[Math.floor(random() * PIECES.length)],
      ).join("");
      for (const event of eventsFromText(text).events) expect(TrafficEvent.safeParse(event).success).toBe(true);
    }
  }, 60_000);

  test.each([
    ["one endless line", "a ".repeat(5_000_000)],
    ["open braces", "{".repeat(10_000_000)],
    ["a URL without an end", `wss://${"a/".repeat(5_000_000)}`],
    ["quotes for a CSV", `a,message,b\n${'"'.repeat(9_000_000)}`],
    [
      "many different lines",
      Array.from(
        { length: 120_000 },
        (_, i) =>
          `socket hub error port token ${i.toString(26).replace(/\d/g, "q")} closed after request proxy windows cookie`,
      ).join("\n"),
    ],
  ])(
    "%s of 10 MB is read in a moment",
    (_, text) => {
      const start = performance.now();
      eventsFromText(text);
      expect(performance.now() - start).toBeLessThan(20_000); // well below 2 s where the machine is idle
    },
    60_000,
  );
});

describe("three digits that are no status", () => {
  test.each([
    "2026-11-28 04:06:43.401 [INF] Saved order 17",
    "2026-11-28 04:06:43,407 INFO Saved order 17",
    "HTTP GET /api/orders responded 200 in 3.403 ms",
    "took 403 ms",
    "wrote 429 bytes",
    "    at render (https://app.test/main.js:404:12)",
    "   at App.Orders.Save() in C:\\src\\Orders.cs:line 413",
    '  File "/srv/app/orders.py", line 406, in save',
    '10.0.0.1 - - [28/Nov/2026:10:00:00 +0000] "GET /img.png HTTP/1.1" 200 429 "-" "Mozilla" 0.413',
  ])("%s", (line) => {
    const { messages, first } = told(`HubException: Method does not exist.\n${line}`);
    expect(messages).toEqual(["hub-method-unknown"]);
    expect([null, 200]).toContain(first("status"));
  });

  test.each<[string, number, string]>([
    ["HTTP/1.1 401.501", 401, "unauthorized"],
    ["GET /chat/negotiate 404 12.404 ms", 404, "not-found"],
    ["12:00:01.200 answered 403", 403, "forbidden"],
  ])("and beside them the status stands: %s", (line, status, message) => {
    const { messages, first } = told(line, "signalr");
    expect(first("status")).toBe(status);
    expect(messages).toContain(message);
  });
});

describe("a line of HAProxy has its status, and how the session ended", () => {
  const line = (status: number, state: string) =>
    `haproxy[1]: 10.0.0.5:51234 [28/Nov/2026:10:00:00.123] fe~ be/s1 0/0/1/2/+60003 ${status} +5321 - - ${state} 12/12/10/5/0 0/0 "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1"`;

  test.each(["sD--", "cD--"])("a tunnel that was cut when nothing came for too long: %s", (state) => {
    const { messages, first, complains } = told(line(101, state));
    expect([first("status"), messages, complains]).toEqual([101, ["cut-after-idle"], true]);
  });

  test.each([502, 503, 504])("a refusal: %d", (status) => {
    const { messages, first } = told(line(status, "SH--"));
    expect(first("status")).toBe(status);
    expect(messages).not.toContain("cut-after-idle");
  });

  test("one that went well", () => {
    const { messages, first, complains } = told(line(101, "----"));
    expect([first("status"), messages, complains]).toEqual([101, [], false]);
  });
});

describe("a row of IIS' log has its query, its status and what made it", () => {
  const row = (asked: string, end: string) =>
    `2026-11-28 07:44:08 192.0.2.8 ${asked} 80 - 192.0.2.9 Mozilla/5.0+(Windows+NT+10.0)+Chrome/130.0 ${end}`;

  test.each([
    ["GET /chat id=abc", "- 502 3 64 8", "/chat?id=abc", 502],
    [
      "POST /chat/negotiate negotiateVersion=1",
      "https://app.example.test/ 404 0 2 31",
      "/chat/negotiate?negotiateVersion=1",
      404,
    ],
    ["GET /socket.io/ EIO=4&transport=websocket", "- 400 0 0 15 9", "/socket.io/?EIO=4&transport=websocket", 400],
    ["POST /chat/negotiate -", "- 200 0 0 31", "/chat/negotiate", 200],
  ])("%s … %s", (asked, end, url, status) => {
    const { first } = told(row(asked, end), "signalr");
    expect([first("url"), first("status")]).toEqual([url, status]);
  });

  test("one that went well is no failure", () => {
    const { complains } = told(row("GET /chat id=abc", "- 101 0 0 60031"));
    expect(complains).toBe(false);
  });
});
