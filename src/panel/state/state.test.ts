import { describe, expect, it } from "vitest";
import { NO_FILTER, toggle } from "../filters.js";
import { DEFAULT_SETTINGS, readSettings } from "./settings.js";
import { createStore, LIVE } from "./store.js";
import { FIRST_VIEW, readKept } from "./view.js";

/** A drawer in memory, as the browser's storage would hold it. */
function drawer(stored: unknown = undefined) {
  let value = stored;
  return {
    load: async () => structuredClone(value),
    save(given: unknown) {
      value = structuredClone(given);
    },
  };
}

describe("what outlives the panel", () => {
  it("is said not to, once, where the browser has no room; and holds meanwhile", () => {
    const full = {
      load: async () => undefined,
      save: (_: unknown, failed: (why: string) => void) => failed("Resource::kQuotaBytes quota exceeded"),
    };
    let changes = 0;
    const store = createStore({ settings: full, kept: drawer() }, () => {
      changes += 1;
    });
    store.setSettings({ ...DEFAULT_SETTINGS, theme: "dark" });
    expect(store.get().settings.theme).toBe("dark");
    expect(store.get().notice).toMatchObject({ tone: "warning", text: expect.stringContaining("quota exceeded") });
    const before = changes;
    store.setSettings({ ...DEFAULT_SETTINGS, theme: "light" });
    expect(changes).toBe(before + 1);
  });

  it("is there again in the next panel: filter, order, open cards, details and pauses", async () => {
    const drawers = { settings: drawer(), kept: drawer() };
    const first = createStore(drawers, () => undefined);
    const filter = toggle({ ...NO_FILTER, text: "hub", withinMinutes: 5 }, "status", "404");
    first.setView(LIVE, { filter, sort: "often", open: ["a@b"], trail: [{ kind: "events", ids: ["n1"] }] });
    first.setView("file-1", { sort: "oldest" });
    first.pause(true);
    first.setSettings({ ...DEFAULT_SETTINGS, own: "corp.example", theme: "dark" });

    const second = createStore(drawers, () => undefined);
    await second.load();
    expect(second.view(LIVE)).toEqual({
      filter,
      sort: "often",
      open: ["a@b"],
      trail: [{ kind: "events", ids: ["n1"] }],
    });
    expect(second.view("file-1")).toEqual(FIRST_VIEW);
    expect(second.isPaused()).toBe(true);
    expect(second.get().settings).toEqual({ ...DEFAULT_SETTINGS, own: "corp.example", theme: "dark" });
  });

  it("begins as new where nothing, or something else, is stored, or the store cannot be read", async () => {
    for (const stored of [
      undefined,
      7,
      { view: { filter: { chosen: 3 }, sort: "constructor", open: [1] }, pauses: [{}] },
    ])
      expect(readKept(stored)).toEqual({ view: FIRST_VIEW, pauses: [] });
    const broken = { load: () => Promise.reject(new Error("quota")), save: () => undefined };
    const store = createStore({ settings: broken, kept: broken }, () => undefined);
    await store.load();
    expect(store.get().settings).toEqual(DEFAULT_SETTINGS);
  });

  it("shows no connection by an id that means another in the next panel", () => {
    const trail = [
      { kind: "events", ids: ["c3"] },
      { kind: "compare", ids: ["c1", "c2"] },
      { kind: "events", ids: ["n1", "c1"] },
    ];
    expect(readKept({ view: { trail } }).view.trail).toEqual([{ kind: "events", ids: ["n1"] }]);
  });

  it("never makes an export without redaction the one that is begun with", () => {
    expect(readSettings({ level: "none", keeps: 1 })).toEqual(DEFAULT_SETTINGS);
  });
});
