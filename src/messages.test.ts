import { expect, test, vi } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { messages } from "./core/sample-events.js";
import { batches, Message, typedPort } from "./messages.js";

vi.mock("webextension-polyfill", () => ({ default: { runtime: { lastError: null } } }));

test("a recording comes in messages that begin small, so that a panel soon has something to draw, and none is huge", () => {
  const events = messages("a", 2000);
  const cut = [...batches(events)].map((message) => message.events);
  expect(cut.map(({ length }) => length)).toEqual([50, 100, 200, 400, 500, 500, 250]);
  expect(cut.flat()).toEqual(events);
  expect([...batches([])]).toEqual([]);
});

test("a message is read once, however many listen on a port", () => {
  const told: ((raw: unknown) => void)[] = [];
  const onMessage = { addListener: (listener: (raw: unknown) => void) => void told.push(listener) };
  const port = typedPort({ onMessage } as Runtime.Port);
  const heard: string[] = [];
  port.onMessage(({ type }) => heard.push(`one ${type}`));
  port.onMessage(({ type }) => heard.push(`two ${type}`));
  const reading = vi.spyOn(Message, "safeParse");
  for (const tell of told) tell({ type: "clear" });
  expect(heard).toEqual(["one clear", "two clear"]);
  expect(reading).toHaveBeenCalledTimes(1);
});
