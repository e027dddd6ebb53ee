import { expect, test } from "vitest";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createLive } from "./live.js";
import { loadLater } from "./loading.js";
import { createRecording, type MakeRecording } from "./recording.js";
import { nothingIn } from "./sources/nothing.js";
import { words } from "./words.js";

const REFUSED = (path: string, at: number) => `
+${at}s POST https://app.test/${path}/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 401`;
const events = parseWireScript(`page https://app.test${REFUSED("one", 1)}${REFUSED("two", 2)}`);
const make: MakeRecording = (keeps) => createRecording(NOTHING_KNOWN, keeps);

function comes() {
  let [resolve, reject] = [(_: MakeRecording): void => undefined, (_: Error): void => undefined];
  const later = loadLater(
    new Promise((resolved, rejected) => {
      [resolve, reject] = [resolved, rejected];
    }),
  );
  return { later, resolve, reject };
}

test("what is told before the diagnosis has been loaded is in the recording after, as if it had come then", async () => {
  const { later, resolve } = comes();
  const recording = later.make("everything");
  recording.noteMissed({ frames: 3, others: 1 });
  for (const each of events) recording.take([each]);
  expect(recording.read().connections).toEqual([]);
  expect(recording.events()).toEqual(events);
  expect(recording.missed()).toEqual({ frames: 3, others: 1, connections: 0, inPages: 0 });
  resolve(make);
  await later.settled;
  recording.take(events);

  const usual = make("everything");
  usual.noteMissed({ frames: 3, others: 1 });
  usual.take(events);
  expect(recording.read()).toEqual(usual.read());
  expect(recording.events()).toEqual(usual.events());
  expect(recording.missed()).toEqual(usual.missed());
  expect(recording.read().connections).toHaveLength(2);
  const [first] = recording.read().connections;
  expect(recording.lookUp(first?.id ?? "")).toEqual(usual.lookUp(first?.id ?? ""));
});

test("who holds the waiting events keeps them when the diagnosis comes: an export is handed over bit by bit", async () => {
  const { later, resolve } = comes();
  const recording = later.make("everything");
  recording.take(events);
  const held = recording.events();
  resolve(make);
  await later.settled;
  expect(held).toEqual(events);
});

test("a page that is left meanwhile begins the recording anew, and the diagnosis finds only what came since", async () => {
  const { later, resolve } = comes();
  const live = createLive(later.make, () => ({ keeps: false, marks: [], pauses: [] }));
  const at = events.find((event) => event.kind === "exchange" && event.url.includes("two"))?.at ?? 0;
  live.take([...events, { kind: "navigated", id: "n1", at, page: "p2", url: "https://app.test/" }]);
  resolve(make);
  await later.settled;
  expect(
    live
      .recording()
      .read()
      .connections.map(({ endpoint }) => endpoint),
  ).toEqual(["https://app.test/two"]);
});

test("until it is there the panel says that it looks; that it will not come, and why, stands where the cards would", async () => {
  const { later, reject } = comes();
  const recording = later.make("latest");
  const said = () => nothingIn({ kind: "live", id: "live", recording }, later.loading()).said;
  expect(said()).toBe(words.nothingSeen);
  recording.take(events);
  expect(said()).toBe(words.unread.loading);
  reject(new TypeError("Failed to fetch dynamically imported module"));
  await later.settled;
  expect(said()).toContain("Failed to fetch dynamically imported module");
  expect(later.make("latest").read().cards).toEqual([]);
});
