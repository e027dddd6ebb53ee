import { describe, expect, it, test } from "vitest";
import { SAID_NOTHING } from "../core/sample-events.js";
import { isLabel, readToken } from "../core/token.js";
import { parseUrl } from "../core/url.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createRedactor } from "./redact.js";
import { exchangesOf, JWT, redacted } from "./testing/redacted.js";

const CONNECTION_TOKEN = "Qx7-ConnectionToken-0001";

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
  const [negotiate, socket] = exchangesOf(events);
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
  const [first, second] = exchangesOf(
    redacted(
      `+0ms GET https://a.test/?access_token=%5Btoken-1%3B480B%5D\n  < 200\n+0ms GET https://a.test/?access_token=brand-new-secret\n  < 200`,
    ),
  );
  expect(first?.url).toContain("%5Btoken-1%3B480B%5D");
  expect(second?.url).toContain("%5Btoken-2%3B16B%5D");
});

describe("what stands in a recording many times", () => {
  /** The same request again and again, and only after it what shows which of its words is a secret. */
  const session = (shown: string) => `
${"+1s GET https://app.test/Kestrelwood?id=1\n  > X-Room: a Kestrelwood-77 b\n  < 500\n  << no Kestrelwood-77 here\n".repeat(3)}
+1s POST https://app.test/chat/negotiate?negotiateVersion=1
  < 200
  << {"${shown}":"Kestrelwood-77","userId":"Kestrelwood"}
`;

  it.each(["sid", "connectionToken"])("is redacted by what the last event shows: %s", (shown) => {
    for (const level of ["strict", "keep-payloads"] as const) {
      const events = createRedactor({ level }).redactEvents(parseWireScript(session(shown)));
      expect(JSON.stringify(events), level).not.toContain("Kestrelwood");
      const urls = exchangesOf(events).map(({ url }) => url);
      expect(new Set(urls.slice(0, 3)).size, level).toBe(1);
    }
  });

  it("is redacted by what the last event shows, where it is a word of an address and nothing else", () => {
    const asked = "+1s GET https://app.test/Kestrelwood?id=1\n  < 404\n".repeat(2);
    const shows = '+1s POST https://app.test/chat/negotiate\n  < 200\n  << {"userId":"Kestrelwood"}';
    expect(JSON.stringify(redacted(asked))).toContain("Kestrelwood");
    expect(JSON.stringify(redacted(asked + shows))).not.toContain("Kestrelwood");
  });

  it("is redacted anew once another text has shown a secret", () => {
    const { redactText } = createRedactor();
    expect(redactText("no Kestrelwood-77 here")).not.toContain("[id-");
    redactText("see https://app.test/?sid=Kestrelwood-77");
    expect(redactText("no Kestrelwood-77 here")).toContain("[id-");
  });

  it("is listed each time, at each of its places", () => {
    const redactor = createRedactor();
    redactor.redactEvents(parseWireScript(session("sid")));
    const listed = redactor.replacements().filter(({ place }) => place.startsWith("header X-Room"));
    expect(listed.map(({ place, times }) => [place, times])).toHaveLength(3);
    expect(new Set(listed.map(({ label }) => label)).size).toBe(1);
    expect(new Set(listed.map(({ place }) => place)).size).toBe(3);
  });

  it("is redacted anew with another recording that shows more", () => {
    const redactor = createRedactor({ level: "keep-payloads" });
    const [first, last] = session("sid").split(/(?=\n\+1s POST)/);
    const before = JSON.stringify(redactor.redactEvents(parseWireScript(first ?? "")));
    expect(before).toContain("Kestrelwood-77 here");
    redactor.redactEvents(parseWireScript(last ?? ""));
    expect(JSON.stringify(redactor.redactEvents(parseWireScript(first ?? "")))).not.toContain("Kestrelwood");
  });
});

describe("answers", () => {
  const answer = (status: number, body: string) =>
    exchangesOf(redacted(`+0ms GET https://app.test/chat?id=1\n  < ${status}\n  << ${body}`))[0]?.responseBody?.text;

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

test("of a line's words those stay by which threads are counted, unless one is a secret elsewhere", () => {
  const url = "https://app.test/chat/negotiate?access_token=gunicorn";
  const line = { ...SAID_NOTHING, id: "t1", text: "gunicorn worker", words: ["gunicorn", "worker"], url };
  const [safe] = createRedactor({ salt: 0 }).redactEvents([line]);
  expect(safe).toMatchObject({ words: ["worker"] });
});
