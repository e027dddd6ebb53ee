import { expect, test } from "vitest";
import { createPageStates, type PageStates } from "./page-states.js";
import type { PageEvent } from "./traffic.js";

function told(...events: [at: number, what: PageEvent["what"]][]) {
  const states = createPageStates();
  for (const [at, what] of events) states.take({ kind: "page", id: `e${at}`, at, page: null, what, detail: null });
  return states;
}

test("a state counts near the moment in which it broke, and not long after it was over", () => {
  const states = told([1000, "frozen"], [61_000, "resumed"]);
  expect(states.near("frozen", 0, 30_000)).toMatchObject({ from: 1000, to: 61_000 });
  expect(states.near("frozen", 0, 62_000)).toMatchObject({ from: 1000 });
  expect(states.near("frozen", 0, 90_000)).toBeNull();
  expect(states.near("frozen", 61_500, 62_000), "what began after it").toBeNull();
  expect(states.near("hidden", 0, 30_000)).toBeNull();
});

test("what goes on still counts, and every frame's word on it is one word", () => {
  const states = told([1000, "hidden"], [1001, "hidden"]);
  expect(states.near("hidden", 0, 500_000)).toMatchObject({ from: 1000, to: null });
});

test("a page that is left takes its states with it, but not the network's", () => {
  const states = told([1000, "hidden"], [1000, "offline"]);
  states.take({ kind: "navigated", id: "n", at: 2000, page: "p", url: "https://app.test/" });
  expect(states.near("hidden", 0, 60_000)).toBeNull();
  expect(states.near("offline", 0, 60_000)).toMatchObject({ to: null });
  expect(states.urlOf("p")).toBe("https://app.test/");
});

test("what broke while a state lasted, or just before, is concerned by its end; by a word that says nothing new, nothing is", () => {
  const about = (states: PageStates, what: PageEvent["what"], at: number) =>
    states.concernsSince({ kind: "page", id: "next", at, page: null, what, detail: null });
  const none = told();
  expect(about(none, "hidden", 60_000)).toBe(55_000);
  expect(about(none, "visible", 60_000)).toBe(Number.POSITIVE_INFINITY);
  expect(about(none, "exception", 60_000)).toBe(Number.POSITIVE_INFINITY);
  const hidden = told([10_000, "hidden"]);
  expect(about(hidden, "hidden", 60_000)).toBe(Number.POSITIVE_INFINITY);
  expect(about(hidden, "visible", 60_000)).toBe(5000);
  expect(hidden.near("hidden", 0, 90_000), "it is not taken yet").toMatchObject({ to: null });
});
