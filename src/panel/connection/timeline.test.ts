import { expect, test } from "vitest";
import { NOTHING_KNOWN } from "../../core/knowledge.js";
import { parseWireScript } from "../../knowledge/wire-script.js";
import { framesOf, spokenOn } from "../messages/of-story.js";
import { decodeFrames } from "../messages/testing/decode-frames.js";
import { createRecording } from "../recording.js";
import type { Story } from "../witness.js";
import { attemptsAround } from "./attempts.js";
import { limitsOf } from "./limits.js";
import { pageLane } from "./page-lane.js";
import { scaleOf } from "./scale.js";
import { silencesOf } from "./silences.js";
import { tickKinds } from "./tick-kind.js";

function recorded(script: string) {
  const recording = createRecording(NOTHING_KNOWN);
  recording.take(parseWireScript(`page https://app.test${script}`));
  const { connections } = recording.read();
  const stories = connections.map(({ id }) => recording.lookUp(id) as Story);
  return { connections, stories, first: stories[0] as Story };
}

const negotiate = (id: string) => `
+1s POST https://app.test/hub/negotiate?negotiateVersion=1
  < 200
  << {"connectionId":"${id}","connectionToken":"${id}","negotiateVersion":1,"availableTransports":[]}`;

const limits = (story: Story) => limitsOf(story, scaleOf(story).end).map(({ name, state }) => `${name} ${state}`);

test("an id is used in time, or too late", () => {
  const used = recorded(`${negotiate("a")}
+1s WS wss://app.test/hub?id=a
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +60s closed 1006 by server`);
  expect(limits(used.first)).toEqual(["idExpires met", "serverDue missed"]);
  const late = recorded(`${negotiate("a")}
+17s WS wss://app.test/hub?id=a
  < 404`);
  expect(limits(late.first)).toEqual(["idExpires missed"]);
});

test("a socket on which no handshake is answered meets the server's limit", () => {
  const { first } = recorded(`${negotiate("a")}
+30ms WS wss://app.test/hub?id=a
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +16s closed 1006 by server`);
  expect(limits(first)).toEqual(["idExpires met", "handshakeDue missed"]);
});

const PINGED = `
+1s WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +5ms <- 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
  +5ms -> 40
  +5ms <- 40{"sid":"b"}
  +25s <- 2
  +1ms -> 3
  +1s -> 42["hi"]
  +50s closed 1006 by page`;

test("silences are the stretches in which nobody says anything, the longest first", () => {
  const { first } = recorded(PINGED);
  const scale = scaleOf(first);
  const lengths = silencesOf(first, scale).map(({ from, to }) => to - from);
  expect(lengths).toEqual([50_000, 25_000]);
  expect(silencesOf(first, { start: scale.start, end: scale.start + 2_000_000 })).toEqual([]);
  expect(limits(first)).toEqual(["pingDue missed"]);
});

test("what is open is silent until now", () => {
  const { connections, first } = recorded(`${PINGED.slice(0, PINGED.lastIndexOf("\n"))}
+40s tick`);
  const scale = scaleOf(first, connections[0]?.until);
  expect(scale.end - scale.start).toBeGreaterThan(60_000);
  expect(silencesOf(first, scale).map(({ to }) => to)).toContain(scale.end);
});

test("ticks tell the handshake and the pings from what is said", () => {
  const { first } = recorded(PINGED);
  const drawn = new Set(first.frames.map(({ id }) => id));
  expect([...tickKinds(decodeFrames(framesOf(first), spokenOn(first)), drawn).values()]).toEqual([
    "handshake",
    "handshake",
    "handshake",
    "ping",
    "ping",
    "message",
  ]);
});

test("the page's lane shows when it was hidden, and that it was left", () => {
  const { first } = recorded(`
+1s WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +5ms <- 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":1000000}
  +1s hidden
  +1s visible
  +1s -> 42["hi"]
page https://app.test/next`);
  expect(pageLane(first).map(({ state, to }) => [state, to === null])).toEqual([
    ["hidden", false],
    ["left", true],
  ]);
});

test("attempts in place of one another stand together; a client beside them, or much later, does not", () => {
  const refused = (wait: string, id: string) => `${negotiate(id).replace("+1s", wait)}
+30ms WS wss://app.test/hub?id=${id}
  < 503`;
  const { connections } = recorded(
    `${refused("+1s", "a")}${refused("+2s", "b")}${refused("+10s", "c")}${refused("+90s", "d")}`,
  );
  const [one, two, three, four] = connections.map(({ id }) => id);
  const around = (id: string | undefined) => attemptsAround(id ?? "", connections).map((each) => each.id);
  expect(around(two)).toEqual([one, two, three]);
  expect(around(four)).toEqual([four]);
});
