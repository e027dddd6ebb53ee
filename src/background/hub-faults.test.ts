import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { handshake } from "../core/sample-events.js";
import type { TrafficEvent } from "../core/traffic.js";
import type { Message, TypedPort } from "../messages.js";
import { createHub, type HubNeeds } from "./hub.js";
import type { Shelf } from "./shelf.js";

vi.mock("webextension-polyfill", () => ({ default: {} }));

const TAB = 7;
const EVENTS = [handshake("one"), handshake("two")];

beforeEach(() => void vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => void vi.restoreAllMocks());

const nothing = () => {};
const EMPTY_SHELF: Shelf = {
  load: async () => [],
  note: nothing,
  put: async () => {},
  setDropped: nothing,
  move: nothing,
  clear: nothing,
  idle: async () => {},
};
const NEEDS: HubNeeds = {
  shelf: EMPTY_SHELF,
  isPrivate: async () => false,
  recordersChanged: nothing,
  restored: nothing,
  changed: nothing,
  cleared: nothing,
};

/** What a panel is told of two events, where something around the hub fails. */
async function toldDespite(faults: Partial<HubNeeds>) {
  const hub = createHub({ ...NEEDS, ...faults });
  const events: TrafficEvent[] = [];
  let isWelcomed = false;
  hub.welcome(
    panel((message) => {
      if (message.type === "events") events.push(...message.events);
      if (message.type === "missed") isWelcomed = true;
    }),
  );
  for (const event of EVENTS) await hub.record(TAB, [event]);
  return { events, isWelcomed };
}

function panel(hear: (message: Message) => void): TypedPort {
  return {
    send: hear,
    onMessage: (listener) => listener({ type: "hello", room: "panel", tab: TAB }),
    onClosed: nothing,
    close: nothing,
  };
}

function fails(): never {
  throw new Error("no more room");
}

test.each<[string, Partial<HubNeeds>]>([
  ["what counts on the icon", { changed: vi.fn(nothing).mockImplementationOnce(fails) }],
  ["the question whether a tab is private", { isPrivate: vi.fn(async () => false).mockImplementationOnce(fails) }],
  ["the shelf", { shelf: { ...EMPTY_SHELF, put: vi.fn(async () => {}).mockImplementationOnce(fails) } }],
  ["what an earlier worker had kept", { shelf: { ...EMPTY_SHELF, load: async () => fails() } }],
])("where %s fails, every event is told all the same, and the fault is in the console", async (_, faults) => {
  expect(await toldDespite(faults)).toEqual({ events: EVENTS, isWelcomed: true });
  expect(console.error).toHaveBeenCalledOnce();
});
