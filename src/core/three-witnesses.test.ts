import { describe, expect, test } from "vitest";
import { another, exchangesIn, look, toldBy, took } from "./testing/witnessed.js";
import type { TrafficEvent } from "./traffic.js";

describe("three witnesses of one thing, as in Firefox", () => {
  const orders = permutations(["tap", "devtools", "web"]);

  test.each(orders)("a refused socket, told of by %s, %s and %s, is one", (...sources) => {
    const refused = "page https://app.test\n+0ms WS wss://app.test/client/hubs/chat\n  < 401\n";
    const told = { tap: blind(toldBy("tap", refused)), devtools: toldBy("devtools", refused, 40) };
    const bySource = { ...told, web: toldBy("web", refused, 25) };
    const events = sources.flatMap((source) => bySource[source as keyof typeof bySource]);
    expect(exchangesIn(took(events)).size).toBe(1);
    expect(look(events).connections).toMatchObject([{ state: "failed" }]);
  });

  const negotiate = (body: string) => `page https://app.test
+0ms POST https://app.test/hub/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
${body}+200ms WS wss://app.test/hub?id=T
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
`;

  test.each(orders)("a negotiate's body, the status and the messages, told of by %s, %s and %s", (...sources) => {
    const answer = '  << {"negotiateVersion":1,"connectionId":"I","connectionToken":"T","availableTransports":[]}\n';
    const whole = toldBy("devtools", negotiate(answer), 3);
    const bySource = {
      devtools: whole.filter(({ kind }) => kind !== "frame"),
      web: bodiless(toldBy("web", negotiate(""), 1)).filter(({ kind }) => kind !== "frame"),
      tap: toldBy("tap", negotiate("")).filter((event) => event.kind !== "exchange" || event.channel === "websocket"),
    };
    const events = sources.flatMap((source) => bySource[source as keyof typeof bySource]);
    expect(exchangesIn(took(events)).size).toBe(2);
    expect(look(events).connections).toMatchObject([{ state: "open", sent: 1, received: 1 }]);
  });

  test("a GET and a POST to one URL, at one time, are two", () => {
    const get = "page https://app.test\n+0ms GET https://app.test/socket.io/?EIO=4&transport=polling&sid=S\n  < 200\n";
    const events = [...toldBy("web", get), ...toldBy("devtools", get.replace("GET", "POST"))];
    expect(exchangesIn(took(events)).size).toBe(2);
  });

  test("a request that one source says ended late is not the next one to the same URL", () => {
    const poll = "page https://app.test\n+0ms GET https://app.test/hub?id=T\n  < 200\n";
    const ended = (events: TrafficEvent[], endedAfter: number | null) =>
      events.map((event) =>
        event.kind === "exchange" ? { ...event, endedAt: endedAfter === null ? null : event.at + endedAfter } : event,
      );
    const first = ended(toldBy("web", poll), 10);
    const next = ended(toldBy("web", poll, 15).map(another("next")), null);
    const late = ended(toldBy("devtools", poll), 300);
    const told = took([...first, ...next, ...late]).flatMap((event) => ("exchange" in event ? event.exchange : []));
    expect(told.at(-1)).toBe(told[0]);
    expect(new Set(told).size).toBe(2);
  });
});

function permutations(sources: string[]): string[][] {
  if (sources.length < 2) return [sources];
  return sources.flatMap((first) =>
    permutations(sources.filter((each) => each !== first)).map((rest) => [first, ...rest]),
  );
}

/** As the page tells it: nothing of what was answered. */
function blind(events: TrafficEvent[]): TrafficEvent[] {
  return events.map((event) =>
    event.kind === "exchange" ? { ...event, status: null, responseHeaders: null, netError: null } : event,
  );
}

function bodiless(events: TrafficEvent[]): TrafficEvent[] {
  return events.map((event) => (event.kind === "exchange" ? { ...event, responseBody: null } : event));
}
