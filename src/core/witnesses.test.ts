import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createEventLog } from "./event-log.js";
import { another, CLOSED, exchangesIn, look, SOCKET, toldBy, took } from "./testing/witnessed.js";
import type { FrameEvent, TrafficEvent } from "./traffic.js";

const framesIn = (events: TrafficEvent[]) => events.filter((event): event is FrameEvent => event.kind === "frame");

/** The place of a message among those of its direction. */
function nthOf(id: string): number {
  const all = framesIn(tap);
  const own = all.find((event) => event.id === id);
  const alike = all.filter(
    (event) => event.kind === "frame" && own?.kind === "frame" && event.direction === own.direction,
  );
  return alike.findIndex((event) => event.id === id);
}

const tap = toldBy("tap", CLOSED);
const devtools = toldBy("devtools", SOCKET, 7);
const mixed = [0, 1, 2, 3, 4, 5].flatMap((index) => [tap[index] ?? [], devtools[index] ?? []].flat());

describe("one socket, seen by the page and by DevTools", () => {
  test.each([
    ["the page first", [...tap, ...devtools]],
    ["DevTools first", [...devtools, ...tap]],
    ["both by turns", mixed],
  ])("%s: one connection, each message once, and the close code", (_, events) => {
    const told = took(events);
    expect(exchangesIn(told).size).toBe(1);
    expect(framesIn(told)).toHaveLength(4);
    expect(told.filter(({ kind }) => kind === "close")).toMatchObject([{ code: 1008, reason: "No longer welcome" }]);
    expect(look(events).connections).toMatchObject([{ sent: 2, received: 2, state: "failed" }]);
  });

  test("messages that come before their handshake wait for it, and count once", () => {
    const [handshake, ...rest] = tap.map((event) =>
      event.kind === "frame" ? { ...event, nth: nthOf(event.id) } : event,
    );
    const early = [...rest.slice(2), ...(handshake ? [handshake] : []), ...rest.slice(0, 2)];
    for (const events of [
      [...early, ...devtools],
      [...devtools, ...early],
    ]) {
      const told = took(events);
      expect(exchangesIn(told).size).toBe(1);
      expect(framesIn(told)).toHaveLength(4);
      expect(look(events).connections).toMatchObject([{ sent: 2, received: 2, state: "failed" }]);
    }
  });

  test("one that DevTools tells of before it knows the answer is the one that opened", () => {
    const early = devtools.flatMap((event) =>
      event.kind === "exchange" ? { ...event, status: 0, netError: "", endedAt: null } : [],
    );
    expect(exchangesIn(took([...tap, ...early])).size).toBe(1);
    expect(look([...tap, ...early]).connections).toHaveLength(1);
  });

  test("equal messages in a row are not doubles of each other", () => {
    expect(framesIn(took(devtools)).length).toBe(4);
  });

  test("ws for http, and a fragment, do not make it another socket", () => {
    const other = devtools.map((event) =>
      event.kind === "exchange" ? { ...event, url: "https://app.test/client/hubs/chat#top" } : event,
    );
    expect(exchangesIn(took([...tap, ...other])).size).toBe(1);
  });

  test("what the page dropped, DevTools fills in, and nothing else", () => {
    const numbers = { sent: 0, received: 0 };
    const numbered = tap.map((event) => {
      if (event.kind !== "frame") return event;
      numbers[event.direction] += 1;
      return { ...event, nth: numbers[event.direction] - 1 };
    });
    const [first] = framesIn(numbered);
    const gappy = numbered.filter((event) => event !== first);
    expect(framesIn(took([...gappy, ...devtools]))).toHaveLength(4);
  });

  describe("long messages, of which the page told the beginning,", () => {
    const cut = tap.map((event) =>
      event.kind === "frame"
        ? { ...event, payload: { ...event.payload, text: event.payload.text?.slice(0, 9) ?? null } }
        : event,
    );

    test("are whole when DevTools tells of them, once each, and in their places", () => {
      const log = createEventLog();
      log.add(framesIn(took(cut)));
      const bytes = log.size.bytes;
      const told = framesIn(took([...cut, ...devtools]));
      log.add(told);
      log.add(told);
      expect(framesIn(log.events()).map(({ payload }) => payload)).toEqual(framesIn(tap).map(({ payload }) => payload));
      expect(framesIn(log.events()).map(({ id, at }) => [id, at])).toEqual(framesIn(tap).map(({ id, at }) => [id, at]));
      const more = framesIn(tap).reduce((sum, { payload }) => sum + (payload.text?.length ?? 0) - 9, 0);
      expect(log.size.bytes).toBe(bytes + more);
    });

    test("count once", () => {
      expect(look([...cut, ...devtools]).connections).toMatchObject([{ sent: 2, received: 2 }]);
    });

    test("are not brought back by it where a limit had pushed them out", () => {
      const log = createEventLog();
      log.add(framesIn(took(cut)));
      while (log.drop());
      log.add(framesIn(took([...cut, ...devtools])));
      expect(log.events()).toEqual([]);
    });
  });

  test("their exchange knows what each of them knows", () => {
    const blind = tap.map((event) => (event.kind === "exchange" ? { ...event, status: null, endedAt: null } : event));
    expect(look([...blind, ...devtools]).connections).toMatchObject([{ state: "failed" }]);
  });
});

describe("two sockets", () => {
  const twice = SOCKET + SOCKET.split("\n").slice(1).join("\n");

  test("opened at once to the same URL stay two, whoever tells of them", () => {
    const events = [...toldBy("tap", twice), ...toldBy("devtools", twice, 3)];
    expect(exchangesIn(took(events)).size).toBe(2);
    expect(framesIn(took(events))).toHaveLength(8);
  });

  test("more than two seconds apart are two", () => {
    expect(exchangesIn(took([...tap, ...toldBy("devtools", SOCKET, 2500)])).size).toBe(2);
  });

  test("to one URL, each queued for seconds by the browser, are told apart by when the page had them", () => {
    const first = toldBy("tap", CLOSED);
    const second = toldBy("tap", CLOSED.replaceAll("ada", "bob"), 60_000).map(another("second"));
    const late = [...toldBy("devtools", SOCKET, 10), ...toldBy("devtools", SOCKET, 60_000 + 15).map(another("second"))];
    const calledEarlier = (event: TrafficEvent) =>
      event.kind === "exchange" ? { ...event, at: event.at - 9000 } : event;
    expect(exchangesIn(took([...first, ...second].map(calledEarlier).concat(late))).size).toBe(2);
    expect(exchangesIn(took([...second].map(calledEarlier).concat(late))).size).toBe(2);
  });

  test("of one source are two", () => {
    expect(exchangesIn(took(toldBy("tap", twice))).size).toBe(2);
  });
});

test("a refused handshake, of which DevTools knows only the end, is the one that the page saw begin", () => {
  const pending = "page https://app.test\n+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket\n";
  const refused = toldBy("devtools", pending, 21_000).map((event) =>
    event.kind === "exchange" ? { ...event, status: 502, endedAt: event.at } : event,
  );
  const events = [...toldBy("tap", pending), ...refused];
  expect(exchangesIn(took(events)).size).toBe(1);
  expect(look(events).connections).toMatchObject([{ state: "failed" }]);
});

test.each([
  ["a status", { status: 409, netError: null, lasted: 8 }],
  ["a word", { status: 0, netError: "net::ERR_FAILED", lasted: 0 }],
])(
  "a refusal with %s that DevTools tells of first is not that of the socket that turns out to be open",
  (_, { lasted, ...refusal }) => {
    const begunOf = (events: TrafficEvent[]) =>
      events.flatMap((event) => (event.kind === "exchange" ? { ...event, status: null, responseHeaders: null } : []));
    const first = toldBy("tap", SOCKET);
    const second = toldBy("tap-second", SOCKET, 50);
    const refused = begunOf(toldBy("devtools-refused", SOCKET, 60)).map((event) => {
      return { ...event, ...refusal, endedAt: event.at + lasted };
    });
    const opened = toldBy("devtools-opened", SOCKET, 2);
    const events = [...begunOf(first), ...refused, ...first, ...begunOf(second), ...opened];
    const once = took(events);
    expect(exchangesIn(once).size).toBe(2);
    expect(framesIn(once)).toHaveLength(4);
    expect(exchangesIn(took(once)).size).toBe(2);
    expect(framesIn(took(once))).toHaveLength(4);
    for (const told of [events, once])
      expect(look(told).connections).toMatchObject([{ state: "open" }, { state: "failed" }]);
  },
);

test("what comes from a file or a script is passed on as it is", () => {
  const events = parseWireScript(CLOSED);
  expect(took(events)).toEqual(events);
});

describe("two sockets to one URL, begun together", () => {
  const named = (name: string) => (source: string, ahead: number) => toldBy(`${source}-${name}`, CLOSED, ahead);
  const [one, other] = [named("one"), named("other")];

  test.each([
    ["the page tells of the second last", [one("tap", 0), one("devtools", 4), other("devtools", 6), other("tap", 2)]],
    ["the page tells of both first", [one("tap", 0), other("tap", 2), other("devtools", 5), one("devtools", 1)]],
    ["DevTools tells of both first", [one("devtools", 1), other("devtools", 5), one("tap", 0), other("tap", 4)]],
  ])("%s: told of anew, as in an export, they stay two", (_, told) => {
    const once = took(told.flat());
    expect(exchangesIn(once).size).toBe(2);
    expect(took(once)).toEqual(once);
  });

  test("each is known by its end, where the beginnings do not tell them apart", () => {
    const ended = (events: TrafficEvent[]) =>
      events.map((event) => (event.kind === "exchange" ? { ...event, endedAt: event.at + 25 } : event));
    const stays = one("tap", 0).filter(({ kind }) => kind !== "close");
    const told = took([...stays, ...other("tap", 0), ...ended(toldBy("devtools-other", SOCKET, 3))]);
    const late = told.find(({ id }) => id.startsWith("devtools"));
    expect(late).toMatchObject({ exchange: expect.stringContaining("tap-other") });
  });
});

test.each([
  ["before", false],
  ["after", true],
])("what the page asked, told %s a file's own request of it, is answered by it", (_, isAfter) => {
  const [answered] = parseWireScript("page https://app.test\n+0ms POST https://app.test/hub/negotiate\n  < 404\n");
  if (answered?.kind !== "exchange") throw new Error("the script has no request");
  const { at, method, url } = answered;
  const asked = { kind: "asked", id: "asked-1", at, method, url, credentials: true } as const;
  const later = { kind: "tick", id: "later", at: at + 60_000 } as const;
  const told = took([...(isAfter ? [answered, asked] : [asked, answered]), later]);
  expect([...exchangesIn(told)]).toEqual([answered.exchange]);
});
