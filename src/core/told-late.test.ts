import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { look, toldBy } from "./testing/witnessed.js";
import type { TrafficEvent } from "./traffic.js";

const CLIENT = "  > X-SignalR-User-Agent: Microsoft SignalR/10.0\n";
const hop = (url: string, answer: string) => `+20ms POST ${url}/negotiate?negotiateVersion=1\n${CLIENT}${answer}`;
const to = (url: string) => `  < 200\n  << {"url":"${url}","accessToken":"any"}\n`;

/** As in Firefox: the statuses first, and the bodies only when more has come. */
function bodiesLate(script: string): TrafficEvent[] {
  const bodiless = toldBy("web", script).map((event) =>
    event.kind === "exchange" ? { ...event, responseBody: null } : event,
  );
  return [...bodiless, ...toldBy("devtools", script, 1)];
}

describe("an answer whose body is told of after the request that it led to", () => {
  const APP = "https://app.test/chat";
  const SERVICE = "https://shop.service.signalr.net/client";

  test("leads to it all the same", () => {
    const script = `page https://app.test\n${hop(APP, to(SERVICE))}${hop(SERVICE, "  < 429\n")}`;
    expect(look(bodiesLate(script)).connections).toMatchObject([{ endpoint: APP, state: "failed" }]);
  });

  test("leads to its own, where another client of the page goes the same way", () => {
    const refused = hop(SERVICE, "  < 429\n");
    const script = `page https://app.test\n${hop(APP, to(SERVICE))}${hop(APP, to(SERVICE))}${refused}${refused}`;
    expect(look(bodiesLate(script)).connections).toMatchObject([{ state: "failed" }, { state: "failed" }]);
  });

  test("is no way to what began before it, or long after", () => {
    const before = `page https://app.test\n${hop(SERVICE, "  < 429\n")}${hop(APP, to(SERVICE))}`;
    expect(look(bodiesLate(before)).connections).toHaveLength(2);
    const after = hop(SERVICE, "  < 429\n").replace("+20ms", "+60000ms");
    expect(look(bodiesLate(`page https://app.test\n${hop(APP, to(SERVICE))}${after}`)).connections).toHaveLength(2);
  });

  test("leads in circles as far as anybody looks", () => {
    const script = `page https://app.test\n${hop(APP, to(APP)).repeat(12)}`;
    expect(look(bodiesLate(script)).connections).toMatchObject([{ endpoint: APP, state: "failed" }]);
  });

  test("leads in circles, though the last body is never told of", () => {
    const events = toldBy("devtools", `page https://app.test\n${hop(APP, to(APP)).repeat(12)}`);
    const last = events.findLastIndex(({ kind }) => kind === "exchange");
    const told = events.map((event, n) =>
      n === last && event.kind === "exchange" ? { ...event, responseBody: null } : event,
    );
    expect(look(told).connections).toMatchObject([{ endpoint: APP, state: "failed" }]);
  });
});

describe("a request that got no answer while the page was being left", () => {
  const URL_OF = "https://app.test/chat/negotiate?negotiateVersion=1";
  const cut = toldBy("devtools", `page https://app.test\n+0ms POST ${URL_OF}\n${CLIENT}  < 503\n`).map((event) =>
    event.kind === "exchange"
      ? { ...event, page: "devtools-page-2", status: 0, netError: "", endedAt: event.at }
      : event,
  );
  const at = cut.find(({ kind }) => kind === "exchange")?.at ?? 0;
  const heardOf = (document: string, ms: number): TrafficEvent => {
    return { kind: "coverage", id: `tap-${document}.coverage`, at: at + ms, source: "page-tap", notSeen: [] };
  };
  const load = (nth: number, ms: number, url: string): TrafficEvent => {
    const page = `devtools-page-${nth}`;
    return { kind: "navigated", id: page, at: at + ms, page, url };
  };
  const askedBy = (document: string): TrafficEvent => {
    const asked = { method: "POST", url: URL_OF, credentials: true, origin: "https://app.test" };
    return { kind: "asked", id: `tap-${document}.asked1`, at: at - 50, ...asked };
  };
  const loads = [load(1, -5000, "https://app.test/"), heardOf("0.1", -4900), load(2, -100, "https://app.test/next")];
  const others = cut.filter(({ kind }) => kind === "exchange");

  test("is the earlier page's, by the document that asked, and no failure", () => {
    expect(look([...loads, askedBy("0.1"), ...others]).connections).toMatchObject([{ state: "closed" }]);
  });

  test("is a failure where the new page asked", () => {
    const events = [...loads, heardOf("0.2", -60), askedBy("0.2"), ...others];
    expect(look(events).connections).toMatchObject([{ state: "failed" }]);
  });
});

describe("a request of a polling session without an answer, a moment before the next page", () => {
  const at = "https://app.test/socket.io/?EIO=4&transport=polling";
  const opened = `+0ms GET ${at}\n  < 200\n  << 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}\n`;
  const goodbye = `+2s POST ${at}&sid=a\n  < 503\n`;
  const leftAfter = (script: string, leavingMs: number): TrafficEvent[] => {
    const events = parseWireScript(`page https://app.test\n${script}`).map((event) =>
      event.kind === "exchange" && event.status === 503
        ? { ...event, status: 0, netError: "", responseHeaders: [], endedAt: event.at }
        : event,
    );
    const last = Math.max(...events.map((event) => event.at));
    return [
      ...events,
      { kind: "navigated", id: "next", page: "next", at: last + leavingMs, url: "https://app.test/next" },
    ];
  };

  test("is its goodbye", () => {
    expect(look(leftAfter(opened + goodbye, 150)).connections).toMatchObject([{ state: "closed" }]);
  });

  test("is a failure where the page stayed for longer", () => {
    expect(look(leftAfter(opened + goodbye, 1500)).connections).toMatchObject([{ state: "failed" }]);
  });

  test("is a failure where nothing had been answered", () => {
    const first = `+0ms GET ${at}\n  < 503\n`;
    expect(look(leftAfter(first, 150)).connections).toMatchObject([{ state: "failed" }]);
  });
});

test("a refusal that another extension hides is a failure, though the page is left at once", () => {
  const refused = parseWireScript(
    "page https://app.test\n+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket\n  < 404\n",
  );
  const hidden = refused.map((event) =>
    event.kind === "exchange" ? { ...event, status: null, netError: "", endedAt: event.at + 200 } : event,
  );
  const at = Math.max(...refused.map((event) => event.at));
  const left: TrafficEvent = {
    kind: "navigated",
    id: "next",
    page: "next",
    at: at + 100,
    url: "https://app.test/next",
  };
  expect(look([...hidden, left]).connections).toMatchObject([{ state: "failed" }]);
});

describe("a handshake that is answered when the client has asked anew", () => {
  const opened = (sid: string) =>
    `  < 200\n  << 0{"sid":"${sid}","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}\n`;
  const asked = (after: string, sid: string) =>
    `${after} GET https://app.test/socket.io/?EIO=4&transport=polling&t=${sid}\n${opened(sid)}`;
  const takenUp = (after: string, sid: string) =>
    `${after} POST https://app.test/socket.io/?EIO=4&transport=polling&sid=${sid}\n  >> 40\n  < 200\n  << ok\n`;
  const later = (events: TrafficEvent[], ms: number): TrafficEvent[] =>
    events.map((event) =>
      event.kind === "exchange" && event.url.endsWith("t=first") ? { ...event, endedAt: event.at + ms } : event,
    );
  const states = (script: string, answeredAfterMs: number) =>
    look(later(parseWireScript(`page https://app.test\n${script}+3s tick\n`), answeredAfterMs)).connections;

  test("is a failure, though it opened a session, for nobody takes that up", () => {
    const script = asked("+0ms", "first") + asked("+2s", "second") + takenUp("+5ms", "second");
    expect(states(script, 4000)).toMatchObject([{ state: "failed" }, { state: "open" }]);
    expect(states(script, 1500)).toMatchObject([{ state: "open" }, { state: "open" }]);
  });

  test("is none where another client of the page asked, and this one goes on", () => {
    const script = asked("+0ms", "first") + asked("+2s", "second") + takenUp("+2s", "first");
    expect(states(script, 4000)).toMatchObject([{ state: "open" }, { state: "open" }]);
  });
});

const load = (page: string, url: string, at: number): TrafficEvent => ({ kind: "navigated", id: page, page, at, url });

test("a session that a page began before that page was told of is the one that it opens again", () => {
  const socket = (sid: string) =>
    `WS wss://app.test/socket.io/?EIO=4&transport=websocket\n  < 101\n  <- 0{"sid":"${sid}","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}\n  -> 40\n  <- 40{"sid":"${sid}1"}\n`;
  const script = `page https://app.test\n+50ms ${socket("a")}  +20ms closed 1005 by page\n+300ms ${socket("b")}`;
  const [first, ...others] = toldBy("tap", script).map((event) =>
    event.kind === "exchange" ? { ...event, page: null } : event,
  );
  if (!first) throw new Error("the first socket opens");
  const before = load("web-page-1", "about:blank", first.at - 5000);
  const its = load("web-page-2", "https://app.test/", first.at - 30);
  const inTime = look([before, its, first, ...others]).connections;
  expect(inTime).toMatchObject([{ state: "failed" }, { state: "open" }]);
  expect(look([before, first, its, ...others]).connections).toEqual(inTime);
});

describe("a page load whose late word came before the word of when it began", () => {
  /** How what was asked for stands in the end, its last request a new page's: with the page loads told in time, and the wrong way round. */
  const bothWays = (script: string) => {
    const events = toldBy("tap", `page https://app.test\n${script}`).map((event) =>
      event.kind === "exchange" ? { ...event, page: null } : event,
    );
    const at = events.at(-1)?.at ?? 0;
    const before = load("web-page-1", "about:blank", at - 5000);
    const begun = load("web-page-2", "https://app.test/", at - 30);
    const late = load("devtools-page-2", "https://app.test/", at + 900);
    const later: TrafficEvent = { kind: "tick", id: "tick", at: at + 60_000 };
    const states = (told: TrafficEvent[]) => look([...told, later]).connections.map(({ state }) => state);
    const inTime = [before, begun, ...events, late].sort((one, other) => one.at - other.at);
    return [states(inTime), states([before, ...events, late, begun])];
  };
  const asked = (hub: string) => `POST https://app.test/${hub}/negotiate?negotiateVersion=1\n${CLIENT}`;

  test("makes no request that is waited for one that was left", () => {
    expect(bothWays(`+50ms ${asked("chat")}`)).toEqual([["failed"], ["failed"]]);
  });

  test("leaves what the page before had asked for with that page", () => {
    const [inTime, late] = bothWays(`+50ms ${asked("news")}+3000ms ${asked("chat")}`);
    expect(inTime).toEqual(["closed", "failed"]);
    expect(late).toEqual(inTime);
  });
});

describe("a page load that is told of only after its first requests", () => {
  const at = "https://app.test/socket.io/?EIO=4&transport=polling";
  const opened = `+0ms GET ${at}\n  < 200\n  << 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}\n`;
  /** The load is said to have begun so long after the session. */
  const loadTold = (script: string, lateMs: number): TrafficEvent[] => {
    const events = parseWireScript(`page https://app.test\n${script}`);
    const begun = events.find(({ kind }) => kind === "exchange")?.at ?? 0;
    const next: TrafficEvent = { kind: "navigated", id: "n", page: "n", at: begun + lateMs, url: "https://app.test/" };
    const told = events.map((event) =>
      event.kind === "exchange" && event.at > next.at ? { ...event, page: next.page } : event,
    );
    return [...told, next].sort((one, other) => one.at - other.at);
  };

  test("takes nothing from a failure that the server answered", () => {
    const refused = `+2s POST ${at}&sid=a\n  < 413\n`;
    expect(look(loadTold(opened + refused, 60)).connections).toMatchObject([{ state: "failed" }]);
  });

  test("makes none of the client's goodbye, which the server did not know", () => {
    const goodbye = `+2s POST ${at}&sid=a\n  >> 1\n  < 400\n`;
    expect(look(loadTold(opened + goodbye, 60)).connections).toMatchObject([{ state: "closed" }]);
  });
});

test("an answer's body that its source tells of later is read as if it had come at once", () => {
  const at = "https://app.test/socket.io/?EIO=4&transport=polling";
  const refused = `+0ms GET ${at}\n  < 400\n  << {"code":4,"message":"No licence"}\n`;
  const events = toldBy("devtools", `page https://app.test\n${refused}`);
  const early = events.map((event) => (event.kind === "exchange" ? { ...event, responseBody: null } : event));
  const late = events.flatMap((event) => (event.kind === "exchange" ? { ...event, id: `${event.id}.body` } : []));
  expect(look(early).cards).toMatchObject([{ status: 400, engineIoCode: null }]);
  expect(look([...early, ...late]).cards).toMatchObject([{ status: 400, engineIoCode: 4, occurrences: 1 }]);
});
