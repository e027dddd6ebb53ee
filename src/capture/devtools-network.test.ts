import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ExchangeEvent, FrameEvent, NavigatedEvent, TrafficEvent } from "../core/traffic.js";
import { watchDevtoolsNetwork } from "./devtools-network.js";

/** What DevTools tells of and is asked for, as far as it is used. */
const devtools = vi.hoisted(() => ({
  navigated: [] as ((url: string) => void)[],
  finished: [] as ((entry: object) => void)[],
  log: async (): Promise<object[]> => [],
  evaluate: async (): Promise<unknown> => [null],
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {},
    devtools: {
      network: {
        onNavigated: { addListener: (hear: (url: string) => void) => devtools.navigated.push(hear) },
        onRequestFinished: { addListener: (hear: (entry: object) => void) => devtools.finished.push(hear) },
        getHAR: async () => ({ entries: await devtools.log() }),
      },
      inspectedWindow: { eval: () => devtools.evaluate() },
    },
  },
}));

const NOW = Date.UTC(2026, 0, 1);
const PAGE = "https://app.test/";

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  Object.assign(devtools, { navigated: [], finished: [], log: async () => [], evaluate: async () => [null] });
});
afterEach(() => vi.useRealTimers());

describe("a request that DevTools never tells of", () => {
  test("is found in its log once the page's tap has told that it was asked for", async () => {
    const { source, exchanges } = watch();
    await vi.advanceTimersByTimeAsync(100);
    devtools.log = async () => [entry("a", 403)];
    source.expect();
    await vi.advanceTimersByTimeAsync(5000);
    expect(exchanges().map(({ status }) => status)).toEqual([403]);
  });

  test("is found when another is answered, and counts once, told of after all", async () => {
    const { exchanges } = watch();
    await vi.advanceTimersByTimeAsync(100);
    devtools.log = async () => [entry("a", 403), entry("b", 200)];
    tell(entry("b", 200));
    await vi.advanceTimersByTimeAsync(5000);
    expect(exchanges().map(({ status }) => status)).toEqual([200, 403]);
    tell(entry("a", 403));
    await vi.advanceTimersByTimeAsync(5000);
    expect(new Set(exchanges().map(({ exchange }) => exchange)).size).toBe(2);
  });

  test("is found, where it got no answer, and counts once", async () => {
    const { source, exchanges } = watch();
    await vi.advanceTimersByTimeAsync(100);
    devtools.log = async () => [entry("a", 0, "net::ERR_CONNECTION_REFUSED")];
    source.expect();
    await vi.advanceTimersByTimeAsync(5000);
    tell(entry("a", 0, "net::ERR_CONNECTION_REFUSED"));
    await vi.advanceTimersByTimeAsync(5000);
    expect(exchanges().map(({ netError }) => netError)).toEqual(["net::ERR_CONNECTION_REFUSED"]);
  });
});

test("a request that was answered before DevTools was open counts once, told of after all", async () => {
  devtools.log = async () => [entry("a", 403)];
  const { exchanges } = watch();
  await vi.advanceTimersByTimeAsync(100);
  tell(entry("a", 403));
  await vi.advanceTimersByTimeAsync(5000);
  expect(exchanges()).toHaveLength(2);
  expect(new Set(exchanges().map(({ exchange }) => exchange)).size).toBe(1);
});

test("sockets that got as far as no request are told apart, though DevTools gives all of them one start", async () => {
  devtools.log = async () => [unreached(25_766.1)];
  const { exchanges } = watch();
  await vi.advanceTimersByTimeAsync(100);
  tell(unreached(25_767.2));
  tell(unreached(25_768.3));
  await vi.advanceTimersByTimeAsync(100);
  expect(new Set(exchanges().map(({ exchange }) => exchange)).size).toBe(3);
});

test("what DevTools has told of is not taken from its log while it waits for its turn", async () => {
  const { exchanges } = watch();
  await vi.advanceTimersByTimeAsync(100);
  tell(entry("a", 200));
  await vi.advanceTimersByTimeAsync(2900);
  tell({ ...entry("b", 200), getContent: never });
  tell(entry("c", 200));
  devtools.log = async () => [entry("a", 200), entry("b", 200), entry("c", 200)];
  await vi.advanceTimersByTimeAsync(10_000);
  expect(exchanges().map(({ url }) => new URL(url).searchParams.get("t"))).toEqual(["a", "b", "c"]);
});

describe("a DevTools that does not answer, or late,", () => {
  test("holds up no request for longer than one wait for a body, however many bodies it keeps to itself", async () => {
    const { exchanges } = watch();
    await vi.advanceTimersByTimeAsync(100);
    for (let n = 0; n < 20; n += 1) tell({ ...entry(`${n}`, 200), getContent: never });
    tell(entry("last", 403));
    await vi.advanceTimersByTimeAsync(1100);
    expect(exchanges().at(-1)).toMatchObject({ status: 403 });
  });

  test("is heard when the body comes in the end, and a status is told of before", async () => {
    const { exchanges } = watch();
    await vi.advanceTimersByTimeAsync(100);
    const late = () => new Promise((give) => setTimeout(() => give(["unknown sid", ""]), 4000));
    tell({ ...entry("a", 400), getContent: late });
    await vi.advanceTimersByTimeAsync(1500);
    expect(exchanges()).toMatchObject([{ status: 400, responseBody: null }]);
    await vi.advanceTimersByTimeAsync(5000);
    const [first, second] = exchanges();
    expect(second).toMatchObject({ exchange: first?.exchange, responseBody: { text: "unknown sid" } });
    expect(second?.id).not.toBe(first?.id);
  });

  test("holds up nothing with a log that it never writes out", async () => {
    const { exchanges } = watch();
    await vi.advanceTimersByTimeAsync(100);
    devtools.log = never;
    tell(entry("a", 200));
    await vi.advanceTimersByTimeAsync(4000);
    tell(entry("b", 403));
    await vi.advanceTimersByTimeAsync(100);
    expect(exchanges().at(-1)).toMatchObject({ status: 403 });
  });
});

describe("the messages of an open socket", () => {
  test("are told once each, however often the log has all of them, and at its end what is new", async () => {
    const { source, frames } = watch();
    await vi.advanceTimersByTimeAsync(100);
    for (const count of [2, 5, 5]) {
      devtools.log = async () => [openSocket(count)];
      source.refresh();
      await vi.advanceTimersByTimeAsync(100);
    }
    tell(openSocket(7));
    await vi.advanceTimersByTimeAsync(100);
    expect(frames().map(({ payload }) => payload.text)).toEqual(
      Array.from({ length: 7 }, (_, nth) => `42["n",${nth}]`),
    );
    expect(new Set(frames().map(({ id }) => id)).size).toBe(7);
    expect(frames().map(({ direction, nth }) => `${direction} ${nth}`)).toEqual([
      "sent 0",
      "received 0",
      "sent 1",
      "received 1",
      "sent 2",
      "received 2",
      "sent 3",
    ]);
  });

  test("are told once more when the recording was cleared", async () => {
    const { source, frames } = watch();
    await vi.advanceTimersByTimeAsync(100);
    devtools.log = async () => [openSocket(3)];
    source.refresh();
    await vi.advanceTimersByTimeAsync(100);
    source.tellAnew();
    source.refresh();
    await vi.advanceTimersByTimeAsync(100);
    expect(frames().map(({ nth }) => nth)).toEqual([0, 0, 1, 0, 0, 1]);
  });
});

test("a log that takes long to write out is asked for the less often", async () => {
  const { source } = watch();
  await vi.advanceTimersByTimeAsync(100);
  let written = 0;
  devtools.log = async () => {
    await new Promise((done) => setTimeout(done, 1000));
    written += 1;
    return [];
  };
  for (let second = 0; second < 40; second += 1) {
    source.expect();
    await vi.advanceTimersByTimeAsync(1000);
  }
  expect(written).toBeGreaterThan(2);
  expect(written).toBeLessThanOrEqual(4);
});

test("many requests that are blocked at once wait for their late answers together, and ask for few logs", async () => {
  const { exchanges } = watch();
  await vi.advanceTimersByTimeAsync(100);
  let written = 0;
  devtools.log = async () => {
    written += 1;
    return Array.from({ length: 20 }, (_, n) => entry(`${n}`, 200, "net::ERR_FAILED"));
  };
  for (let n = 0; n < 20; n += 1) tell(entry(`${n}`, 0, "net::ERR_FAILED"));
  await vi.advanceTimersByTimeAsync(400);
  expect(exchanges().map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200));
  expect(written).toBeLessThanOrEqual(2);
});

describe("a page that DevTools tells of late", () => {
  test("began when it was answered, and what it asked for before that word is its own", async () => {
    const { events, exchanges } = watch();
    await vi.advanceTimersByTimeAsync(100);
    devtools.evaluate = async () => [NOW + 50];
    devtools.navigated[0]?.(PAGE);
    tell(entry("a", 403, "", NOW + 60));
    await vi.advanceTimersByTimeAsync(100);
    const [load] = events.filter((event): event is NavigatedEvent => event.kind === "navigated");
    expect(load?.at).toBe(NOW + 50);
    expect(exchanges()[0]?.page).toBe(load?.page);
  });

  test("is told of before what its tap tells meanwhile, in order, and holds up nothing afterwards", async () => {
    const { source, events } = watch();
    await vi.advanceTimersByTimeAsync(100);
    const told: string[] = [];
    const tap = (what: string) => source.behindPage(() => told.push(`${what}, ${events.at(-1)?.kind}`));
    tap("before");
    devtools.evaluate = async () => {
      await new Promise((done) => setTimeout(done, 200));
      return [NOW + 90];
    };
    devtools.navigated[0]?.(PAGE);
    tap("first");
    await vi.advanceTimersByTimeAsync(100);
    tap("second");
    expect(told).toEqual(["before, coverage"]);
    await vi.advanceTimersByTimeAsync(200);
    tap("third");
    expect(told.slice(1)).toEqual(["first, navigated", "second, navigated", "third, navigated"]);
  });

  test("began when it was told of, where it does not say", async () => {
    const { events } = watch();
    await vi.advanceTimersByTimeAsync(100);
    devtools.evaluate = never;
    devtools.navigated[0]?.(PAGE);
    await vi.advanceTimersByTimeAsync(5000);
    expect(events.find(({ kind }) => kind === "navigated")).toMatchObject({ at: NOW + 100 });
  });

  test("began when it did, though it also answered for the one before it, which was told of as late", async () => {
    const { events } = watch();
    await vi.advanceTimersByTimeAsync(1000);
    devtools.evaluate = async () => [NOW + 500];
    devtools.navigated[0]?.("about:blank");
    await vi.advanceTimersByTimeAsync(1000);
    devtools.navigated[0]?.(PAGE);
    await vi.advanceTimersByTimeAsync(100);
    expect(events.findLast(({ kind }) => kind === "navigated")).toMatchObject({ url: PAGE, at: NOW + 500 });
  });

  test("begins again when it comes back out of the browser's cache", async () => {
    const { events } = watch();
    await vi.advanceTimersByTimeAsync(1000);
    for (const [begun, toldAfter] of [
      [NOW + 900, 0],
      [NOW + 1900, 1000],
      [NOW + 900, 1000],
    ] as const) {
      await vi.advanceTimersByTimeAsync(toldAfter);
      devtools.evaluate = async () => [begun];
      devtools.navigated[0]?.(PAGE);
    }
    await vi.advanceTimersByTimeAsync(100);
    const starts = events.flatMap(({ kind, at }) => (kind === "navigated" ? at - NOW : []));
    expect(starts).toEqual([900, 1900, 3000]);
  });
});

function watch() {
  const events: TrafficEvent[] = [];
  const source = watchDevtoolsNetwork((told) => events.push(...told));
  const exchanges = () => events.filter((event): event is ExchangeEvent => event.kind === "exchange");
  const frames = () => events.filter((event): event is FrameEvent => event.kind === "frame");
  return { source, events, exchanges, frames };
}

/** A socket of Engine.IO's that has had so many messages, by turns sent and received. */
function openSocket(messages: number) {
  return {
    startedDateTime: new Date(NOW + 90).toISOString(),
    time: 5,
    _resourceType: "websocket",
    _webSocketMessages: Array.from({ length: messages }, (_, nth) => ({
      type: nth % 2 ? "receive" : "send",
      time: (NOW + 100 + nth) / 1000,
      opcode: 1,
      data: `42["n",${nth}]`,
    })),
    request: { method: "GET", url: "wss://app.test/socket.io/?EIO=4&transport=websocket", headers: [] },
    response: { status: 101, httpVersion: "http/1.1", headers: [], content: { size: 0, mimeType: "x-unknown" } },
  };
}

function tell(request: object): void {
  for (const hear of devtools.finished) hear(request);
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

/** As Chromium tells of it: only the error's time is of this socket alone. */
function unreached(errorTime: number) {
  return {
    startedDateTime: "1969-12-31T23:59:59.000Z",
    time: 0,
    _resourceType: "websocket",
    _webSocketMessages: [
      {
        type: "error",
        time: errorTime,
        opcode: -1,
        data: "Error in connection establishment: net::ERR_CONNECTION_REFUSED",
      },
    ],
    request: { method: "GET", url: "wss://app.test/socket.io/?EIO=4&transport=websocket", headers: [] },
    response: { status: 0, headers: [], content: { size: 0, mimeType: "x-unknown" }, _error: null },
  };
}

/** A session is opened, one with this `t`. */
function entry(t: string, status: number, netError = "", at = NOW + 90) {
  return {
    startedDateTime: new Date(at).toISOString(),
    time: 5,
    _resourceType: "xhr",
    request: { method: "GET", url: `https://app.test/socket.io/?EIO=4&transport=polling&t=${t}`, headers: [] },
    response: { status, headers: [], content: { size: -1, mimeType: "text/plain" }, _error: netError },
    getContent: async () => ["", ""],
  };
}
