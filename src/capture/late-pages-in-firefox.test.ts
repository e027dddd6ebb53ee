import { expect, test, vi } from "vitest";
import { took } from "../core/testing/witnessed.js";
import type { TrafficEvent } from "../core/traffic.js";
import { watchDevtoolsNetwork } from "./devtools-network.js";

/** Firefox's DevTools, which is refused what it asks the page for, as it often is. */
const devtools = vi.hoisted(() => ({
  navigated: [] as ((url: string) => void)[],
  finished: [] as ((entry: object) => void)[],
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: { getBrowserInfo: () => {} },
    devtools: {
      network: {
        onNavigated: { addListener: (hear: (url: string) => void) => devtools.navigated.push(hear) },
        onRequestFinished: { addListener: (hear: (entry: object) => void) => devtools.finished.push(hear) },
        getHAR: async () => ({ entries: [] }),
      },
      inspectedWindow: { eval: () => Promise.reject(new Error("An unexpected error occurred")) },
    },
  },
}));

const START = Date.UTC(2026, 0, 1);
const PAGE = "http://app.test/";

test("what a page asked for before DevTools told of it is not its predecessor's, where webRequest knows that page", async () => {
  vi.useFakeTimers({ now: START });
  const events: TrafficEvent[] = [];
  watchDevtoolsNetwork((told) => events.push(...told));
  devtools.navigated[0]?.("about:blank");
  await vi.advanceTimersByTimeAsync(5000);
  events.push({ kind: "navigated", id: "web-page-1", page: "web-page-1", at: Date.now(), url: PAGE });
  await vi.advanceTimersByTimeAsync(100);
  devtools.finished[0]?.(refused(Date.now()));
  await vi.advanceTimersByTimeAsync(300);
  devtools.navigated[0]?.(PAGE);
  await vi.advanceTimersByTimeAsync(300);
  vi.useRealTimers();
  expect(took(events).find(({ kind }) => kind === "exchange")).toMatchObject({ status: 403, page: "web-page-1" });
});

function refused(at: number) {
  return {
    startedDateTime: new Date(at).toISOString(),
    time: 5,
    request: { method: "GET", url: "ws://app.test/socket.io/?EIO=4&transport=websocket", headers: [] },
    response: { status: 403, headers: [], content: { size: 0, mimeType: "" } },
  };
}
