import { expect, test, vi } from "vitest";
import { handshake, messages } from "../core/sample-events.js";
import { createShelf, type SessionStore } from "./shelf.js";

test("a worker that comes after finds every tab's recording, in order and each event once", async () => {
  const store = memoryStore();
  const shelf = await opened(store);
  shelf.put(1, [handshake("a")]);
  shelf.put(2, [handshake("b")]);
  shelf.put(1, messages("a", 3));
  shelf.put(1, [handshake("a"), handshake("c")]);
  await shelf.idle();
  expect(await found(store)).toEqual({ 1: ["a", "a.0", "a.1", "a.2", "c"], 2: ["b"] });
});

test("a request is written before anything else happens, messages a moment later", async () => {
  const store = memoryStore();
  const shelf = await opened(store);
  shelf.put(1, [handshake("a")]);
  shelf.put(1, messages("a", 2));
  await Promise.resolve();
  await Promise.resolve();
  expect(await found(store)).toEqual({ 1: ["a", "a.0", "a.1"] });
});

test("the worker's end in the middle of writing anew doubles nothing", async () => {
  const store = memoryStore();
  const shelf = await opened(store);
  store.remove = async () => undefined;
  for (let round = 0; round < 300; round += 1) {
    shelf.put(1, [handshake(`a${round}`)]);
    await shelf.idle();
  }
  const events = (await found(store))[1] ?? [];
  expect(new Set(events).size).toBe(300);
  expect(events).toHaveLength(300);
});

test("chunks are put together, and what was dropped does not stay in the store", async () => {
  const store = memoryStore();
  const limit = { events: 100, bytes: 50_000 };
  const shelf = createShelf(store, { perTab: limit, overall: limit });
  await shelf.load();
  for (let round = 0; round < 50; round += 1) {
    shelf.put(1, [handshake(`s${round}`), ...messages(`s${round}`, 20, "x".repeat(2000))]);
    await shelf.idle();
  }
  expect(JSON.stringify(await store.get()).length).toBeLessThan(200_000);
  const [kept] = await createShelf(store, { perTab: limit, overall: limit }).load();
  expect((kept?.events.length ?? 0) + (kept?.dropped.frames ?? 0)).toBe(50 * 21);
});

test("a browser without room gets the handshakes without the messages, and those are counted", async () => {
  const store = memoryStore(20_000);
  const shelf = await opened(store);
  shelf.put(1, [handshake("a"), ...messages("a", 100, "x".repeat(1000))]);
  await shelf.idle();
  const [kept] = await createShelf(store).load();
  expect(kept?.events.map(({ id }) => id)).toEqual(["a"]);
  expect(kept?.dropped).toEqual({ frames: 100, others: 0 });
});

test("what was only noted, or put a moment ago, nobody may have heard of yet", async () => {
  const store = memoryStore();
  const shelf = await opened(store);
  vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
  shelf.note(1, [handshake("a")]);
  await shelf.put(1, [handshake("a")]);
  vi.setSystemTime(Date.now() + 20_000);
  shelf.note(1, [handshake("b")]);
  await shelf.put(1, [handshake("c")]);
  const [kept] = await createShelf(store).load();
  vi.useRealTimers();
  expect(kept?.events.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect([...(kept?.told ?? [])]).toEqual(["a"]);
});

test("what is noted while the store is being read is new to this worker, and stays until it is put", async () => {
  const store = memoryStore();
  const earlier = await opened(store);
  await earlier.put(1, [handshake("a")]);
  // Two workers never write in one millisecond.
  await new Promise((resolve) => setTimeout(resolve, 2));
  const shelf = createShelf(store);
  shelf.note(1, [handshake("b")]);
  expect((await shelf.load()).map(({ events }) => events.map(({ id }) => id))).toEqual([["a"]]);
  // So many pieces are written anew.
  for (let round = 0; round < 210; round += 1) {
    void shelf.put(1, [handshake(`c${round}`)]);
    await shelf.idle();
  }
  expect((await found(store))[1]).toContain("b");
  await shelf.put(1, [handshake("b")]);
  expect((await found(store))[1]?.filter((id) => id === "b")).toEqual(["b"]);
});

test("a put is done when the next worker would find it, and never where there is no room", async () => {
  const store = memoryStore(2000);
  const shelf = await opened(store);
  await shelf.put(1, messages("a", 2));
  expect(await found(store)).toEqual({ 1: ["a.0", "a.1"] });
  let isDone = false;
  void shelf.put(1, [{ ...handshake("long"), url: `https://app.test/${"x".repeat(5000)}` }]).then(() => {
    isDone = true;
  });
  await shelf.idle();
  expect(isDone).toBe(false);
});

test("what the browser had no room for is counted for the next worker, and put once there is room", async () => {
  let quota = 2000;
  const store = memoryStore(() => quota);
  const shelf = await opened(store);
  const tooLong = { ...handshake("long"), url: `https://app.test/${"x".repeat(5000)}` };
  void shelf.put(1, [...messages("a", 2), tooLong]);
  await shelf.idle();
  const [lacking] = await createShelf(store).load();
  expect(lacking).toMatchObject({ events: [], dropped: { frames: 2, others: 1 } });
  quota = 1e6;
  void shelf.put(1, [handshake("b")]);
  await shelf.idle();
  const [whole] = await createShelf(store).load();
  expect(whole?.events.map(({ id }) => id).sort()).toEqual(["a.0", "a.1", "b", "long"]);
  expect(whole?.dropped).toEqual({ frames: 0, others: 0 });
});

test("a cleared tab is gone from the store, whatever was on its way there", async () => {
  const store = memoryStore();
  const shelf = await opened(store);
  shelf.put(1, [handshake("a")]);
  shelf.clear(1);
  shelf.put(1, [handshake("b")]);
  await shelf.idle();
  expect(await found(store)).toEqual({ 1: ["b"] });
});

test("a tab that gets another number keeps its recording and what is known to be missing", async () => {
  const store = memoryStore();
  const shelf = await opened(store);
  shelf.put(1, [handshake("a")]);
  shelf.setDropped(1, { frames: 5, others: 1 });
  shelf.move(1, 9);
  await shelf.idle();
  expect(await createShelf(store).load()).toEqual([
    { tab: 9, events: [handshake("a")], dropped: { frames: 5, others: 1 }, told: new Set() },
  ]);
});

test("a put of messages is done, too, where its tab is cleared before they are written", async () => {
  const shelf = await opened(memoryStore());
  const isDone = shelf.put(1, messages("a", 2)).then(() => true);
  shelf.clear(1);
  await shelf.idle();
  expect(await isDone).toBe(true);
});

test("a store that gives its pieces in any order gives the recording in its own", async () => {
  const store = memoryStore();
  const shelf = await opened(store);
  for (const [count, id] of ["a", "b", "c"].entries()) {
    shelf.setDropped(1, { frames: count, others: 0 });
    await shelf.put(1, [handshake(id)]);
  }
  const backwards = { ...store, get: async () => Object.fromEntries(Object.entries(await store.get()).reverse()) };
  const [kept] = await createShelf(backwards).load();
  expect(kept?.events.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  expect(kept?.dropped).toEqual({ frames: 2, others: 0 });
});

test("a worker that comes after the clock was put back writes over nothing, and what it writes comes last", async () => {
  vi.useFakeTimers({ now: 1_800_000_000_000, toFake: ["Date"] });
  const store = memoryStore();
  const shelf = await opened(store);
  await shelf.put(1, [handshake("a")]);
  vi.setSystemTime(1_700_000_000_000);
  const later = await opened(store);
  later.setDropped(1, { frames: 7, others: 0 });
  await later.put(1, [handshake("b")]);
  const [kept] = await createShelf(store).load();
  vi.useRealTimers();
  expect(kept?.events.map(({ id }) => id)).toEqual(["a", "b"]);
  expect(kept?.dropped).toEqual({ frames: 7, others: 0 });
});

test("what was only noted of a tab goes with it when it is cleared", async () => {
  const store = memoryStore();
  const shelf = await opened(store);
  await shelf.put(1, [handshake("a")]);
  shelf.note(1, [handshake("b")]);
  shelf.clear(1);
  await shelf.idle();
  expect(await found(store)).toEqual({});
});

test.each(["", "{", "[object Object]", "null", '{"dropped":{"frames":1,"others":0}}', '{"events":{}}'])(
  "a piece that is garbled (%s) costs itself alone, and the recording says that it lacks something",
  async (garbled) => {
    vi.spyOn(console, "warn").mockImplementation(() => {});
    const store = memoryStore();
    const shelf = await opened(store);
    await shelf.put(1, [handshake("a")]);
    await shelf.put(1, [handshake("b")]);
    await shelf.put(2, [handshake("c")]);
    const key = Object.keys(await store.get())[1] ?? "";
    await store.set({ [key]: garbled });
    const later = createShelf(store);
    const kept = await later.load();
    vi.restoreAllMocks();
    expect(kept.map(({ tab, events, dropped }) => [tab, events.map(({ id }) => id), dropped])).toEqual([
      [1, ["a"], { frames: 0, others: 1 }],
      [2, ["c"], { frames: 0, others: 0 }],
    ]);
    later.clear(1);
    await later.idle();
    expect(Object.keys(await store.get())).not.toContain(key);
  },
);

test("a tab that there is no room for does not keep the others from being written", async () => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  const store = memoryStore(3000);
  const shelf = await opened(store);
  void shelf.put(1, [{ ...handshake("long"), url: `https://app.test/${"x".repeat(5000)}` }]);
  await Promise.race([shelf.put(2, [handshake("b")]), shelf.idle()]);
  await shelf.idle();
  vi.restoreAllMocks();
  expect(await found(store)).toMatchObject({ 2: ["b"] });
});

async function opened(store: SessionStore) {
  const shelf = createShelf(store);
  await shelf.load();
  return shelf;
}

async function found(store: SessionStore): Promise<Record<number, string[]>> {
  const kept = await createShelf(store).load();
  return Object.fromEntries(kept.map(({ tab, events }) => [tab, events.map(({ id }) => id)]));
}

/** Refuses what goes over its quota, as the browser does. */
function memoryStore(quota: number | (() => number) = 1e9): SessionStore {
  const items = new Map<string, string>();
  return {
    get: async () => Object.fromEntries([...items].map(([key, text]) => [key, JSON.parse(text) as unknown])),
    async set(fresh) {
      const after = new Map(items);
      for (const [key, value] of Object.entries(fresh)) after.set(key, JSON.stringify(value));
      const size = [...after].reduce((sum, [key, text]) => sum + key.length + text.length, 0);
      if (size > (typeof quota === "number" ? quota : quota()))
        throw new Error("Session storage quota bytes exceeded. Values were not stored.");
      for (const [key, text] of after) items.set(key, text);
    },
    async remove(keys) {
      for (const key of keys) items.delete(key);
    },
  };
}
