import { expect, test } from "vitest";
import { parseWireScript } from "../../knowledge/wire-script.js";
import { analyse } from "../analysis.js";
import { type Entry, NOTHING_KNOWN } from "../knowledge.js";
import type { FactName } from "./index.js";
import { originDifference } from "./origin-difference.js";

/** What the facts of the last card's first cause are, in the words of evidence lines. */
function factsOf(script: string, ...names: FactName[]): Record<string, string> {
  const supports = names.map((fact) => ({
    if: [{ fact, test: { op: "known", value: true } as const }],
    points: 1,
    says: `${fact}={${fact}}`,
    confirms: false,
  }));
  const words = {
    title: "",
    explanation: "",
    wouldDecide: null,
    link: "",
    reproduce: { impossible: "" },
    fixes: [],
    benign: false,
  };
  const when = [[{ fact: "protocol" as const, test: { op: "known", value: true } as const }]];
  const rest = { decidedBy: null, common: 0, weakens: [], rulesOut: [], protocol: "any" as const };
  const entry: Entry = { id: "any/one", cause: "one", when, supports, ...rest, ...words };
  const { cards } = analyse(parseWireScript(script), { ...NOTHING_KNOWN, entries: [entry] });
  const lines = cards[0]?.causes[0]?.evidence.map(({ text }) => text.split("=", 2) as [string, string]) ?? [];
  return Object.fromEntries(lines);
}

const negotiated = (headers: string, connect: string) => `
page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
${headers}
  << {"connectionId":"c","connectionToken":"t","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets","transferFormats":["Text"]}]}
+30ms WS wss://app.test/chat?id=t
${connect}`;

test("the affinity cookie is found by its name, and whether it came back", () => {
  const set = "  < Set-Cookie: session=1; Path=/\n  < Set-Cookie: ARRAffinity=abc; Path=/; HttpOnly";
  const lost = factsOf(negotiated(set, "  > Cookie: session=1\n  < 404"), "affinity.cookie", "affinity.cookieReturned");
  expect(lost).toEqual({ "affinity.cookie": "ARRAffinity", "affinity.cookieReturned": "no" });
  const kept = factsOf(negotiated(set, "  > Cookie: a=b; ARRAffinity=abc\n  < 404"), "affinity.cookieReturned");
  expect(kept).toEqual({ "affinity.cookieReturned": "yes" });
});

test("where no affinity cookie was set there is none to return", () => {
  expect(factsOf(negotiated("  < Set-Cookie: session=1", "  < 404"), "affinity.cookieReturned")).toEqual({});
});

test("another instance is one that signs differently", () => {
  const other = factsOf(
    negotiated("  < X-Served-By: web-1", "  < 404\n  < X-Served-By: web-2"),
    "instance.first",
    "instance.other",
  );
  expect(other).toEqual({ "instance.first": "web-1", "instance.other": "web-2" });
  expect(factsOf(negotiated("  < X-Served-By: web-1", "  < 404\n  < X-Served-By: web-1"), "instance.other")).toEqual(
    {},
  );
});

test.each([
  ["  < CF-RAY: 8a-FRA\n  < Server: cloudflare", "Cloudflare"],
  ["  < X-Azure-Ref: 0abc", "Azure Front Door"],
  ["  < Server: awselb/2.0", "an AWS load balancer"],
  ["  < Via: 1.1 vegur", "the router of Heroku"],
  ["  < Via: 1.1 squid", "a proxy"],
  ["  < Server: nginx/1.26", "nginx"],
])("the hop that answered: %s", (headers, hop) => {
  expect(factsOf(negotiated("", `  < 502\n${headers}`), "answer.hop")).toEqual({ "answer.hop": hop });
});

test("a server that does not sign is no hop", () => {
  expect(factsOf(negotiated("", "  < 502\n  < Server: Kestrel"), "answer.hop")).toEqual({});
});

const silent = (seconds: number, code = 1006) => `
+1s WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +5ms <- 0{"sid":"s${seconds}","upgrades":[],"pingInterval":300000,"pingTimeout":20000}
  +1ms -> 40
  +5ms <- 40{"sid":"x"}
  +${seconds}s closed ${code}
+1s WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101`;

test("connections that are cut after the same silence", () => {
  const alike = factsOf(`page https://app.test${silent(60)}${silent(61)}`, "neighbours.cutAlike", "idle.beforeEndMs");
  expect(alike["neighbours.cutAlike"]).toBe("1");
  expect(factsOf(`page https://app.test${silent(60)}${silent(90)}`, "neighbours.cutAlike")).toEqual({
    "neighbours.cutAlike": "0",
  });
});

test("a close frame is no cut", () => {
  expect(factsOf(`page https://app.test${silent(60, 1011)}`, "idle.beforeEndMs")).toEqual({});
});

const session = (path: string, rest: string) => `
+1s WS wss://app.test${path}?EIO=4&transport=websocket
${rest}`;
const OPENS = `  < 101
  +5ms <- 0{"sid":"s","upgrades":[],"pingInterval":25000,"pingTimeout":20000}
  +1ms -> 40
  +5ms <- 40{"sid":"x"}`;
const REFUSED = "  < 400";

test("success and failure take turns at one endpoint", () => {
  const attempts = (...outcomes: string[]) =>
    factsOf(
      `page https://app.test${outcomes.map((each) => session("/socket.io/", each)).join("")}`,
      "neighbours.turns",
    );
  expect(attempts(OPENS, REFUSED, OPENS)).toEqual({ "neighbours.turns": "2" });
  expect(attempts(REFUSED, OPENS, REFUSED, OPENS)).toEqual({ "neighbours.turns": "3" });
  expect(attempts(REFUSED, REFUSED, REFUSED)).toEqual({ "neighbours.turns": "0" });
});

test("what the page's connections to other endpoints of the host did", () => {
  const names = ["neighbours.hostOpened", "neighbours.hostOpenedByWebSocket"] as const;
  const beside = (path: string, outcome: string) =>
    factsOf(`page https://app.test${session("/socket.io/", REFUSED)}${session(path, outcome)}`, ...names);
  const opened = { "neighbours.hostOpened": "1", "neighbours.hostOpenedByWebSocket": "yes" };
  const nothing = { "neighbours.hostOpened": "0", "neighbours.hostOpenedByWebSocket": "no" };
  expect(beside("/admin/socket.io/", OPENS)).toEqual(opened);
  expect(beside("/admin/socket.io/", REFUSED)).toEqual(nothing);
  expect(beside("/socket.io/", OPENS)).toEqual(nothing);
});

const polled = (id: string, send: number, later: string) =>
  `${negotiated("", "  < 404")}
+5ms GET https://app.test/chat?id=${id}&_=1
  < 200
  <<
+5ms POST https://app.test/chat?id=${id}
  < ${send}
+5ms DELETE https://app.test/chat?id=${later}
  < 202`;

test("an id that was refused and is accepted later lives at another instance", () => {
  expect(factsOf(polled("t", 404, "t"), "session.knownAgain")).toEqual({ "session.knownAgain": "yes" });
  expect(factsOf(polled("t", 200, "t"), "session.knownAgain")).toEqual({});
});

test("a token whose nbf lies ahead, by the server's clock where it is told", () => {
  const seconds = 1_767_225_600; // when scripts begin
  const token = (nbf: number) => `e30.${btoa(JSON.stringify({ nbf })).replace(/=+$/, "")}.x`;
  const asked = (nbf: number, date: string) => `
page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  > Authorization: Bearer ${token(nbf)}
  < 401
${date}`;
  const names = ["token.validInMs", "clock.skewMs", "token.expiredByMs"] as const;
  expect(factsOf(asked(seconds + 600, ""), ...names)).toEqual({ "token.validInMs": "10 min" });
  const behind = factsOf(asked(seconds, "  < Date: Wed, 31 Dec 2025 23:50:00 GMT"), ...names);
  expect(behind).toEqual({ "token.validInMs": "10 min", "clock.skewMs": "10 min" });
});

test.each([
  ["https://app.test/", "https://app.test", "the slash at its end"],
  ["http://app.test", "https://app.test", "its scheme (http, and not https)"],
  ["https://app.test:5001", "https://app.test:5002", "its port (5001, and not 5002)"],
  ["https://www.app.test", "https://app.test", "www."],
  ["https://APP.test", "https://app.test", "upper and lower case"],
  ["https://other.test", "https://app.test", undefined],
  ["http://app.test:80", "https://app.test:81", undefined],
])("origins %s and %s differ in %s", (allowed, page, difference) => {
  expect(originDifference(allowed, page)).toBe(difference);
});

const quiet = (opening: string, end: string) => `page https://app.test
+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +5ms <- ${opening}
  +1ms -> 40
  +5ms <- 40{"sid":"x"}
  ${end}`;
const PINGS = '0{"sid":"s","upgrades":[],"pingInterval":5000,"pingTimeout":4000}';

test("pings are overdue once the server was silent for its interval and its timeout, whoever closes then", () => {
  const overdue = (end: string, opening = PINGS) => factsOf(quiet(opening, end), "engineIo.pingsOverdue");
  for (const side of ["server", "page"])
    expect(overdue(`+9s closed 1005 by ${side}\n+1s WS wss://app.test/socket.io/?EIO=4&transport=websocket`)).toEqual({
      "engineIo.pingsOverdue": "yes",
    });
  expect(overdue("+8s closed 1005 by server")).toEqual({ "engineIo.pingsOverdue": "no" });
  expect(overdue("+9s closed 1005 by server", '0{"sid":"s","upgrades":[]}')).toEqual({ "engineIo.pingsOverdue": "no" });
});

test("a page of the same host and another port tells that the host is there", () => {
  const refused = (url: string, origin: string) =>
    factsOf(
      `page ${origin}\n+0ms GET ${url}/socket.io/?EIO=4&transport=polling&t=1\n  < net::ERR_CONNECTION_REFUSED`,
      "request.portDiffersFromPage",
    );
  const differs = (value: string) => ({ "request.portDiffersFromPage": value });
  expect(refused("https://app.test:3000", "https://app.test")).toEqual(differs("yes"));
  expect(refused("https://other.test:3000", "https://app.test")).toEqual({});
});

test("a message that is no JSON is one by its beginning: of a long one no more may be kept", () => {
  const heard = (message: string) =>
    factsOf(
      `page https://app.test
+0ms WS wss://app.test/client/hubs/chat
  > Sec-WebSocket-Protocol: json.webpubsub.azure.v1
  < 101
  +5ms <- ${message}`,
      "webPubSub.notJson",
    );
  expect(heard("hello")).toEqual({ "webPubSub.notJson": "yes" });
  expect(heard('{"type":"system","event":"connected","userId":"a name that is lo')).toEqual({});
});
