import { expect, test } from "vitest";
import { handshake } from "../core/sample-events.js";
import { createUnfinished } from "./unfinished.js";

test("a worker that comes after finds what was under way, and in which tab", async () => {
  const items: Record<string, unknown> = { "recording.7.1": { events: [] } };
  const first = createUnfinished(storeOf(items));
  first.keep({ tabId: 7, requestId: "12.3" }, handshake("a"));
  first.keep({ tabId: 7, requestId: "13" }, handshake("b"));
  first.forget({ tabId: 7, requestId: "13" });
  await new Promise((done) => setTimeout(done));
  const next = createUnfinished(storeOf(items));
  expect(await next.left()).toEqual([{ tabId: 7, requestId: "12.3", event: handshake("a") }]);
  expect(await next.of({ tabId: 7, requestId: "12.3" })).toEqual(handshake("a"));
  for (const { event: _, ...request } of await next.left()) next.forget(request);
  await new Promise((done) => setTimeout(done));
  expect(Object.keys(items)).toEqual(["recording.7.1"]);
});

function storeOf(items: Record<string, unknown>) {
  const atStart = { ...items };
  return {
    get: async () => atStart,
    one: async (key: string) => items[key],
    set: async (fresh: Record<string, unknown>) => void Object.assign(items, fresh),
    async remove(keys: string[]) {
      for (const key of keys) delete items[key];
    },
  };
}
