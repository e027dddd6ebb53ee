import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { exchangesIn, look, took } from "../core/testing/witnessed.js";
import type { ExchangeEvent, TrafficEvent } from "../core/traffic.js";
import { watchDevtoolsNetwork } from "./devtools-network.js";

/** Firefox's DevTools, which does not tell of every request that it has in its log. */
const devtools = vi.hoisted(() => ({
  finished: [] as ((entry: object) => void)[],
  log: async (): Promise<object[]> => [],
  written: 0,
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: { getBrowserInfo: () => {} },
    devtools: {
      network: {
        onNavigated: { addListener: () => {} },
        onRequestFinished: { addListener: (hear: (entry: object) => void) => devtools.finished.push(hear) },
        getHAR: async () => {
          devtools.written += 1;
          return { entries: await devtools.log() };
        },
      },
      inspectedWindow: { eval: async () => [null] },
    },
  },
}));

const START = Date.UTC(2026, 0, 1);
const UNKNOWN = '{"code":1,"message":"Session ID unknown"}';
const POLLING = "http://app.test/socket.io/?EIO=4&transport=polling";

beforeEach(() => {
  vi.useFakeTimers({ now: START });
  Object.assign(devtools, { finished: [], log: async () => [] });
});
afterEach(() => void vi.useRealTimers());

describe("a request that webRequest told of and DevTools did not", () => {
  test("gets its body, and the code in it, from DevTools' log", async () => {
    const { hear, events } = await watch();
    const logged = entry("a", 400, UNKNOWN);
    devtools.log = async () => [logged];
    hear("a", 400);
    await vi.advanceTimersByTimeAsync(2000);
    expect(look(events).cards).toMatchObject([{ status: 400, engineIoCode: 1, occurrences: 1 }]);
    expect(exchangesIn(took(events)).size).toBe(1);
  });

  test("counts once, told of after all", async () => {
    const { hear, events } = await watch();
    const logged = entry("a", 400, UNKNOWN);
    devtools.log = async () => [logged];
    hear("a", 400);
    await vi.advanceTimersByTimeAsync(2000);
    tell(logged);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(exchangesIn(took(events)).size).toBe(1);
    expect(look(events).cards).toMatchObject([{ engineIoCode: 1, occurrences: 1 }]);
  });

  test("is left to DevTools where the log has no body of it yet", async () => {
    const { hear, events } = await watch();
    const [early, whole] = [entry("a", 400, null), entry("a", 400, UNKNOWN)];
    devtools.log = async () => [early];
    hear("a", 400);
    await vi.advanceTimersByTimeAsync(2000);
    tell(whole);
    await vi.advanceTimersByTimeAsync(2000);
    expect(look(events).cards).toMatchObject([{ engineIoCode: 1, occurrences: 1 }]);
  });

  test("is told from another one to the same address by when each began", async () => {
    const { hear, events } = await watch();
    const both = [entry("a", 400, '{"code":5}', Date.now() - 5000), entry("a", 400, UNKNOWN)];
    devtools.log = async () => both;
    hear("a", 400);
    await vi.advanceTimersByTimeAsync(2000);
    expect(look(events).cards).toMatchObject([{ engineIoCode: 1 }]);
  });
});

describe("the whole log is not asked for", () => {
  test("where DevTools tells of what webRequest told of, before it or a moment later", async () => {
    const { hear } = await watch();
    for (const first of [true, false]) {
      if (first) tell(entry("a", 400, UNKNOWN));
      hear("a", 400);
      await vi.advanceTimersByTimeAsync(400);
      if (!first) tell(entry("a", 400, UNKNOWN, Date.now() - 418));
      await vi.advanceTimersByTimeAsync(20_000);
    }
    expect(devtools.written).toBe(0);
  });

  test("for the polls of a session without fault, sockets, redirects, what got no answer and what began before", async () => {
    const { hear } = await watch();
    for (let poll = 0; poll < 50; poll += 1) {
      hear(`p${poll}`, 200, { url: `${POLLING}&sid=one&t=p${poll}` });
      await vi.advanceTimersByTimeAsync(1000);
    }
    hear("s", 403, { channel: "websocket" });
    hear("f", 0, { netError: "net::ERR_FAILED" });
    hear("r", 307);
    hear("e", 400, { at: START - 1000 });
    await vi.advanceTimersByTimeAsync(20_000);
    expect(devtools.written).toBe(0);
  });

  test("more often than its writing allows, however much fails", async () => {
    const { hear } = await watch();
    devtools.log = async () => {
      await new Promise((done) => setTimeout(done, 500));
      return [];
    };
    for (let n = 0; n < 300; n += 1) {
      hear(`${n}`, 400);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(devtools.written).toBeGreaterThan(3);
    expect(devtools.written).toBeLessThanOrEqual(7);
  });

  test("when another request has ended: it shows nothing of open sockets here", async () => {
    const { source } = await watch();
    for (let n = 0; n < 10; n += 1) {
      tell(entry(`${n}`, 200, "ok"));
      source.expect();
      source.refresh();
      await vi.advanceTimersByTimeAsync(5000);
    }
    expect(devtools.written).toBe(0);
  });
});

/** DevTools has been open for a second, and what it had in its log then was looked at. */
async function watch() {
  const events: TrafficEvent[] = [];
  const source = watchDevtoolsNetwork((told) => events.push(...told));
  await vi.advanceTimersByTimeAsync(1000);
  devtools.written = 0;
  const hear = (t: string, status: number, more: Partial<ExchangeEvent> = {}) => {
    const event = byWebRequest(t, status, more);
    events.push(event);
    source.hear([event]);
  };
  return { source, events, hear };
}

function byWebRequest(t: string, status: number, more: Partial<ExchangeEvent>): ExchangeEvent {
  const at = Date.now() - 20;
  return {
    kind: "exchange",
    id: `web-${t}-${at}`,
    exchange: `web-${t}-${at}`,
    at,
    channel: "http",
    page: null,
    method: "GET",
    url: `${POLLING}&t=${t}`,
    requestHeaders: [],
    requestBody: null,
    status,
    responseHeaders: [],
    responseBody: null,
    netError: null,
    initiator: null,
    endedAt: at + 10,
    ...more,
  };
}

/** An entry of DevTools' log, in which times are whole milliseconds and a little off. */
function entry(t: string, status: number, text: string | null, at = Date.now() - 18) {
  return {
    startedDateTime: new Date(at).toISOString(),
    time: 10,
    request: { method: "GET", url: `${POLLING}&t=${t}`, headers: [{ name: "accept", value: "*/*" }] },
    response: {
      status,
      headers: [{ name: "content-type", value: "application/json" }],
      content: { size: text?.length ?? -1, mimeType: "application/json", ...(text === null ? {} : { text }) },
    },
    getContent: async () => [text ?? "", "application/json"],
  };
}

function tell(request: object): void {
  for (const each of devtools.finished) each(request);
}
