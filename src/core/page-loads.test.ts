import { describe, expect, test } from "vitest";
import { createPageLoads } from "./page-loads.js";
import type { NavigatedEvent } from "./traffic.js";

const url = "https://app.test/";
const load = (page: string, at: number): NavigatedEvent => ({ kind: "navigated", id: page, page, at, url });

describe("a page load that two sources tell of", () => {
  test.each([
    ["DevTools first", "devtools-page-1", 1000, "web-page-7", 1900],
    ["webRequest first", "web-page-7", 1900, "devtools-page-1", 1000],
  ])("is one load, %s", (_, first, firstAt, second, secondAt) => {
    const loads = createPageLoads();
    expect(loads.note(load(first, firstAt))).toMatchObject({ page: first });
    expect(loads.note({ ...load(second, secondAt), url: `${url}#part` })).toBeNull();
    expect(loads.nameOf(second)).toBe(first);
    expect(loads.at(1500)).toBe(first);
    expect(loads.at(999)).toBeNull();
  });

  test("is told of again where DevTools' word of it was late, and webRequest's comes after that", () => {
    const loads = createPageLoads();
    loads.note(load("devtools-page-1", 1900));
    const earlier = load("web-page-7", 1000);
    expect(loads.note(earlier)).toEqual({ ...earlier, page: "devtools-page-1" });
    expect(loads.at(1500)).toBe("devtools-page-1");
  });

  test("is not the next load of the same page", () => {
    const loads = createPageLoads();
    for (const each of [load("web-page-1", 1000), load("web-page-2", 3000)]) expect(loads.note(each)).toEqual(each);
    for (const each of [load("devtools-page-1", 900), load("devtools-page-2", 2900)])
      expect(loads.note(each)).toBeNull();
    expect(loads.nameOf("devtools-page-1")).toBe("web-page-1");
    expect(loads.nameOf("devtools-page-2")).toBe("web-page-2");
  });
});

test("two loads in one file are two, however near", () => {
  const loads = createPageLoads();
  for (const each of [load("page_1", 1000), load("page_2", 1001)]) expect(loads.note(each)).toEqual(each);
});

test("an earlier load that is told of late does not take what the later one asked for", () => {
  const loads = createPageLoads();
  loads.note(load("web-page-2", 3000));
  loads.note({ ...load("devtools-page-1", 1000), url: "https://app.test/earlier" });
  expect(loads.at(3500)).toBe("web-page-2");
});
