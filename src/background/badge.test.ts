import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { TrafficEvent } from "../core/traffic.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createBadge } from "./badge.js";

const TAB = 7;
const SLOW_MS = 500;

/** An icon that the browser paints when it comes to it. */
const icon = vi.hoisted(() => ({ text: "", waitMs: 0 }));
vi.mock("webextension-polyfill", () => {
  const later = () => new Promise((done) => setTimeout(done, icon.waitMs));
  return {
    default: {
      action: {
        getBadgeText: async () => icon.text,
        setBadgeBackgroundColor: later,
        setBadgeText: async ({ text }: { text: string }) => {
          icon.text = text;
        },
        setTitle: async () => undefined,
      },
    },
  };
});

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(icon, { text: "", waitMs: 0 });
});
afterEach(() => void vi.useRealTimers());

/** A connection that fails now. */
function failing(name: string) {
  const url = `https://app.test/${name}/negotiate?negotiateVersion=1`;
  const script = `page https://app.test\n+0ms POST ${url}\n  > X-SignalR-User-Agent: Microsoft SignalR/10.0\n  < 404\n`;
  return parseWireScript(script).flatMap((event) =>
    event.kind === "exchange" ? { ...event, id: name, exchange: name, at: Date.now(), endedAt: Date.now() } : [],
  );
}

test("what failed on a page before the browser took its number away is not counted on the next", async () => {
  const badge = createBadge();
  badge.count(TAB, failing("one"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(icon.text).toBe("1");
  icon.text = "";
  badge.count(TAB, failing("two"));
  await vi.advanceTimersByTimeAsync(1000);
  expect(icon.text).toBe("1");
});

test("what failed on a page before DevTools told of it late is counted, where webRequest had told of it in time", async () => {
  const badge = createBadge();
  const load = (page: string): TrafficEvent => ({
    kind: "navigated",
    id: page,
    page,
    at: Date.now(),
    url: "https://app.test/",
  });
  badge.count(TAB, [load("web-page-1")]);
  await vi.advanceTimersByTimeAsync(100);
  badge.count(TAB, failing("one"));
  await vi.advanceTimersByTimeAsync(300);
  badge.count(TAB, [load("devtools-page-1")]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(icon.text).toBe("1");
});

test("a browser that is slow to paint a number has not taken it away", async () => {
  icon.waitMs = SLOW_MS;
  const badge = createBadge();
  badge.count(TAB, failing("one"));
  await vi.advanceTimersByTimeAsync(310);
  badge.count(TAB, failing("two"));
  await vi.advanceTimersByTimeAsync(5000);
  expect(icon.text).toBe("2");
});
