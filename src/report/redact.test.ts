import { describe, expect, it } from "vitest";
import { binaryMessage, readBinaryMessages } from "../core/protocols/signalr-binary.js";
import { isLabel, readToken } from "../core/token.js";
import type { ExchangeEvent, TrafficEvent } from "../core/traffic.js";
import { parseUrl } from "../core/url.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createRedactor } from "./redact.js";

const base64url = (value: object) =>
  btoa(JSON.stringify(value)).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
const JWT = `${base64url({ alg: "HS256", typ: "JWT" })}.${base64url({ exp: 1767225000, aud: "https://x.test/client/hubs/chat" })}.c2lnbmF0dXJl`;
const CONNECTION_TOKEN = "Qx7-ConnectionToken-0001";

function redacted(script: string): TrafficEvent[] {
  return createRedactor().redactEvents(parseWireScript(script));
}

function exchanges(events: TrafficEvent[]): ExchangeEvent[] {
  return events.filter((event) => event.kind === "exchange");
}

function frameTexts(...lines: string[]): (string | null)[] {
  const script = `+0ms WS wss://app.test/x\n  < 101\n${lines.map((line) => `  +1ms ${line}`).join("\n")}`;
  return redacted(script).flatMap((event) => (event.kind === "frame" ? event.payload.text : []));
}

const SESSION = `
page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > Authorization: Bearer ${JWT}
  > Cookie: ARRAffinity=3a5f9c771b; theme=dark
  > X-API-Key: k-12345678
  > Referer: https://app.test/page?code=sign-in-code-1
  < 200
  < Set-Cookie: sid=s%3Aabcdef123456; Path=/; HttpOnly
  << {"connectionId":"QxConnectionId0001","connectionToken":"${CONNECTION_TOKEN}","negotiateVersion":1,"availableTransports":[]}
+5ms WS wss://app.test/chat?id=${CONNECTION_TOKEN}&access_token=${JWT}
  > Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1, ${JWT}
  < 101
  +1ms -> {"protocol":"json","version":1}␞
  +1ms -> {"type":1,"target":"Send","arguments":["my secret text",{"pin":4711}]}␞
  +1ms <- {"type":7,"error":"Connection ${CONNECTION_TOKEN} was closed"}␞
`;

describe("a redacted session", () => {
  const events = redacted(SESSION);
  const [negotiate, socket] = exchanges(events);
  const all = JSON.stringify(events);

  it.each([
    JWT,
    CONNECTION_TOKEN,
    "QxConnectionId0001",
    "3a5f9c771b",
    "k-12345678",
    "sign-in-code-1",
    "abcdef123456",
    "dGhlIHNhbXBsZSBub25jZQ",
    "my secret text",
    "4711",
  ])("nowhere holds %s", (secret) => expect(all).not.toContain(secret));

  it("keeps the connection's token equal in the answer and in the URL, so that the two still belong together", () => {
    const { connectionToken } = JSON.parse(negotiate?.responseBody?.text ?? "{}");
    expect(isLabel(connectionToken)).toBe(true);
    expect(parseUrl(socket?.url ?? "").query.get("id")).toBe(connectionToken);
    expect(all).toMatch(/"error\\":\\"\[data-\d;10B\] \[id-2;24B\] \[data-\d;10B\]\\"/);
    expect(all).toContain(`] ${connectionToken} [`);
  });

  it("keeps what a token tells: size, lifetime, audience", () => {
    const facts = {
      bytes: JWT.length,
      expiresAt: 1767225000,
      notBefore: null,
      audience: "https://x.test/client/hubs/chat",
    };
    expect(readToken(parseUrl(socket?.url ?? "").query.get("access_token") ?? "")).toEqual(facts);
    const authorization = negotiate?.requestHeaders?.find(({ name }) => name === "Authorization")?.value;
    expect(readToken(authorization?.replace("Bearer ", "") ?? "")).toEqual(facts);
  });

  it("keeps the names of cookies, their attributes and known subprotocols", () => {
    const value = (name: string) =>
      [
        ...(negotiate?.requestHeaders ?? []),
        ...(negotiate?.responseHeaders ?? []),
        ...(socket?.requestHeaders ?? []),
      ].find((each) => each.name === name)?.value;
    expect(value("Cookie")).toMatch(/^ARRAffinity=%5Bcookie-\d+%3B10B%5D; theme=%5Bcookie-\d+%3B4B%5D$/);
    expect(value("Set-Cookie")).toMatch(/^sid=%5Bcookie-\d+%3B14B%5D; Path=\/; HttpOnly$/);
    expect(value("Sec-WebSocket-Protocol")).toMatch(/^json\.webpubsub\.azure\.v1, \[token-1;/);
  });

  it("keeps sizes, method names and the handshake", () => {
    const [handshake, invocation] = events.flatMap((event) => (event.kind === "frame" ? event.payload : []));
    expect(handshake?.text).toBe('{"protocol":"json","version":1}\u001e');
    expect(invocation?.text?.replace("\u001e", "␞")).toMatch(
      /^\{"type":1,"target":"Send","arguments":\["\[data-\d;14B\]","\[data-\d;12B\]"\]\}␞$/,
    );
    expect(invocation?.bytes).toBe(
      '{"type":1,"target":"Send","arguments":["my secret text",{"pin":4711}]}\u001e'.length,
    );
  });

  it("does not change when redacted again, by the same export or by another", () => {
    const redactor = createRedactor();
    const once = redactor.redactEvents(parseWireScript(SESSION));
    expect(redactor.redactEvents(once)).toEqual(once);
    expect(createRedactor().redactEvents(once)).toEqual(once);
  });
});

it("labels of an earlier export keep their numbers for themselves", () => {
  const [first, second] = exchanges(
    redacted(
      `+0ms GET https://a.test/?access_token=%5Btoken-1%3B480B%5D\n  < 200\n+0ms GET https://a.test/?access_token=brand-new-secret\n  < 200`,
    ),
  );
  expect(first?.url).toContain("%5Btoken-1%3B480B%5D");
  expect(second?.url).toContain("%5Btoken-2%3B16B%5D");
});

describe("messages", () => {
  it("of Engine.IO and Socket.IO keep pings, probes, errors and the names of events", () => {
    const texts = frameTexts(
      "<- 2",
      "-> 2probe",
      '<- 0{"sid":"lv_VI97HAXpY6yYWAAAB","pingInterval":25000}',
      '-> 40/admin,{"token":"abc123"}',
      '<- 40{"sid":"oSO0OpakMV_3jnilAAAA"}',
      '<- 44{"message":"not authorized","data":{"user":"bob"}}',
      '-> 42["chat message","hello bob",3]',
      "-> 4hello",
    );
    expect(texts[0]).toMatch(/data/);
    const script = [
      "<- 2",
      "-> 2probe",
      '<- 0{"sid":"lv_VI97HAXpY6yYWAAAB","pingInterval":25000}',
      '-> 40/admin,{"token":"abc123"}',
      '<- 44{"message":"not authorized","data":{"user":"bob"}}',
      '-> 42["chat message","hello bob",3]',
      "-> 4hello",
      "-> 433fe3a1b2c3d4e5f6",
    ];
    const events = redacted(
      `+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket\n  < 101\n${script.map((line) => `  +1ms ${line}`).join("\n")}`,
    );
    expect(events.flatMap((event) => (event.kind === "frame" ? event.payload.text : []))).toEqual([
      "2",
      "2probe",
      '0{"sid":"[id-1;20B]","pingInterval":25000}',
      '40/admin,{"token":"[token-1;6B]"}',
      '44{"message":"not authorized","data":"[data-1;14B]"}',
      '42["chat message","[data-2;9B]","[data-3;1B]"]',
      "4[data-4;5B]",
      "4[data-5;17B]",
    ]);
  });

  it("of Web PubSub keep system events and acks, not users and data", () => {
    expect(
      frameTexts(
        '<- {"type":"system","event":"connected","userId":"bob","connectionId":"abcdefgh12","reconnectionToken":"rt-9876543210"}',
        '<- {"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"The client does not have permission"}}',
        '-> {"type":"sendToGroup","group":"g1","dataType":"json","data":{"x":1},"ackId":1}',
      ),
    ).toEqual([
      '{"type":"system","event":"connected","userId":"[user-1;3B]","connectionId":"[id-1;10B]","reconnectionToken":"[token-1;13B]"}',
      '{"type":"ack","ackId":1,"success":false,"error":{"name":"Forbidden","message":"The client does not have permission"}}',
      '{"type":"sendToGroup","group":"[name-1;2B]","dataType":"json","data":"[data-1;7B]","ackId":1}',
    ]);
  });

  it("of no known protocol are dropped, but for their length", () => {
    expect(frameTexts("-> any text at all")).toEqual(["[data-1;15B]"]);
  });

  it("polled in revision 3 stay readable by their new lengths", () => {
    const [open] = exchanges(
      redacted(
        '+0ms GET https://app.test/socket.io/?EIO=3&transport=polling\n  < 200\n  << 45:0{"sid":"xHs0YQn9kA-7rTzIAAAA","upgrades":[]}2:40',
      ),
    );
    expect(open?.responseBody?.text).toBe('35:0{"sid":"[id-1;20B]","upgrades":[]}2:40');
  });
});

describe("answers", () => {
  const answer = (status: number, body: string) =>
    exchanges(redacted(`+0ms GET https://app.test/chat?id=1\n  < ${status}\n  << ${body}`))[0]?.responseBody?.text;

  it("that explain a failure stay, without the secrets in them", () => {
    expect(answer(404, "No Connection with that ID")).toBe("No Connection with that ID");
    expect(answer(400, '{"code":1,"message":"Session ID unknown"}')).toBe('{"code":1,"message":"Session ID unknown"}');
    expect(answer(401, `<p>token ${JWT} was rejected, see https://x.test/?sid=abc12345</p>`)).toMatch(
      /^<p>\[data-\d;5B\] \[token-\d;.*\] \[data-\d;17B\] https:\/\/host-1\.invalid\/\?sid=%5Bid-\d%3B8B%5D<\/p>$/,
    );
  });

  it("that nobody failed on are dropped", () => {
    expect(answer(200, '{"account":"DE1234"}')).toBe('{"[name-1;7B]":"[data-1;6B]"}');
    expect(answer(200, "personal text")).toBe("[data-1;13B]");
  });
});

describe("text of any kind", () => {
  const { redactText } = createRedactor({ level: "keep-payloads" });
  it.each([
    [
      "a URL within a URL",
      "https://a.test/login?ReturnUrl=%2Fchat%3Fid%3Dabcdefgh",
      /^https:\/\/a\.test\/login\?ReturnUrl=%2Fchat%3Fid%3D%255Bid-\d%253B8B%255D$/,
    ],
    ["a percent-encoded JWT", `see ${JWT.replaceAll(".", "%2E")}`, /^see \[token-\d;/],
    [
      "a connection's id in JSON that was cut off",
      '{"connectionId":"abcdefgh12","conn',
      /^\{"connectionId":"\[id-\d;10B\]","conn$/,
    ],
    ["credentials before the host", "https://bob:pass1@a.test/", /^https:\/\/%5Bkey-\d%3B9B%5D@a\.test\/$/],
    ["a Data Protection blob", `bad CfDJ8${"a1".repeat(20)}.`, /^bad \[id-\d;45B\]\.$/],
    [
      "a key in a path without its host",
      "Cannot GET /users/t3HoA9bC4dE5fG6hI7jK8lM9nO0p%2FqR1sT2uV3wX4yZ5aB6",
      /^Cannot GET \/users\/%5Bdata-\d%3B47B%5D$/,
    ],
    ["a bearer token in prose", "sent Bearer abc123def456 to", /^sent Bearer \[token-\d;12B\] to$/],
  ])("%s is found", (_, text, expected) => {
    const once = redactText(text);
    expect(once).toMatch(expected);
    expect(redactText(once)).toBe(once);
  });

  it.each([
    "Basic authentication is off",
    'Bearer realm="x", error="invalid_token"',
    "error code=404, id=3",
    "https://a.test/chat?negotiateVersion=1",
  ])("%s stays", (text) => {
    expect(redactText(text)).toBe(text);
  });
});

describe("words that no known error has", () => {
  const { redactText } = createRedactor();
  it.each([
    ["Connection closed with an error.", /^Connection closed with an error\.$/],
    ["HubException: the account 4711 of Brunhilde is closed", /^HubException: \[data-\d;39B\]$/],
    [
      "Failed to invoke 'Multiply' due to an error on the server.",
      /^Failed to invoke '\[data-\d;8B\]' due to an error on the server\.$/,
    ],
    ["<h1>502 Bad Gateway</h1><p class=tangerine>tangerine</p>", /^<h1>502 Bad Gateway<\/h1><p>\[data-\d;9B\]<\/p>$/],
    ["<script>var user = 'tangerine'</script>", /^\[data-\d;39B\]$/],
    [
      "see https://app.test/tangerine/login?tangerine=1#tangerine",
      /^\[data-\d;3B\] https:\/\/host-1\.invalid\/%5Bname-\d%3B9B%5D\/login\?%5Bname-\d%3B9B%5D=%5Bdata-\d%3B1B%5D#%5Bdata-\d%3B9B%5D$/,
    ],
  ])("go from %s", (text, expected) => {
    const once = redactText(text);
    expect(once).toMatch(expected);
    expect(redactText(once)).toBe(once);
  });
});

describe("SignalR's binary messages", () => {
  const bytes = (message: Parameters<typeof binaryMessage>[0]) =>
    btoa(String.fromCharCode(...binaryMessage({ ...message })));
  const read = (text: string | null) => readBinaryMessages({ text, encoding: "base64", bytes: null }).messages;

  it("keep of a close its error, of a call its name and of an answer whether there is one", () => {
    const [close = null, call = null, answer = null] = frameTexts(
      `<- binary ${bytes({ type: 7, error: "Connection closed with an error.", allowReconnect: true })}`,
      `-> binary ${bytes({ type: 1, invocationId: "0", target: "ConnectCircuit" })}`,
      `<- binary ${bytes({ type: 3, invocationId: "0", result: false })}`,
    );
    expect(read(close)).toEqual([{ type: 7, error: "Connection closed with an error.", allowReconnect: true }]);
    expect(read(call)).toEqual([{ type: 1, invocationId: "0", target: "ConnectCircuit" }]);
    expect(read(answer)).toEqual([{ type: 3, invocationId: "0", result: false }]);
  });

  it("lose what the application says", () => {
    const [close = null, answer = null, cut] = frameTexts(
      `<- binary ${bytes({ type: 7, error: "Order of Erika Mustermann is closed", allowReconnect: null })}`,
      `<- binary ${bytes({ type: 3, invocationId: "0", error: "No account erika@example.test" })}`,
      `<- binary ${bytes({ type: 7, error: "secret-word-1234567890" }).slice(0, 16)}`,
    );
    expect(JSON.stringify([read(close), read(answer)])).not.toMatch(/Erika|erika/);
    expect(cut).toBeNull();
  });
});
