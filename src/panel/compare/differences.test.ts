import { describe, expect, it } from "vitest";
import { NOTHING_KNOWN } from "../../core/knowledge.js";
import { parseWireScript } from "../../knowledge/wire-script.js";
import { createRecording } from "../recording.js";
import { words } from "../words.js";
import { differences, sideOf } from "./differences.js";

const NEGOTIATE = (token: string, version: string) => `
+1s POST https://app.test/hub/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/${version}
  < 200
  < Date: ${token}
  << {"connectionId":"a","connectionToken":"${token}","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets","transferFormats":["Text"]}]}`;

const recording = createRecording(NOTHING_KNOWN);
recording.take(
  parseWireScript(`page https://app.test
${NEGOTIATE("token-a", "9.0")}
+30ms WS wss://app.test/hub?id=token-a
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +5ms <- {"type":6}␞
  +2s -> {"type":1,"target":"Place","arguments":[1]}␞
${NEGOTIATE("token-b", "10.0")}
+16s WS wss://app.test/hub?id=token-b
  < 404
  < Server: Kestrel`),
);

function side(nth: number) {
  const id = recording.read().connections[nth]?.id ?? "";
  const story = recording.lookUp(id);
  if (story?.kind !== "connection") throw new Error(`no connection ${nth}`);
  return sideOf(story);
}

const parts = differences(side(0), side(1));
const lineOf = (title: string, name: string) =>
  parts.find((part) => part.title === title)?.lines.find((line) => line.name === name);

describe("two connections beside each other", () => {
  it("tell apart what differs from what differs each time", () => {
    expect(lineOf("Connect", "Status")).toMatchObject({ one: "101", other: "404", standing: "differs" });
    expect(lineOf("Connect", "query: id")?.standing).toBe("each-time");
    expect(lineOf("Negotiate", "response header date")?.standing).toBe("each-time");
    expect(lineOf("Negotiate", "Response body")?.standing).toBe("each-time");
    expect(lineOf("Negotiate", "Status")?.standing).toBe("alike");
  });

  it("show headers that are different, or on one side only", () => {
    expect(lineOf("Negotiate", "request header x-signalr-user-agent")).toMatchObject({
      one: "Microsoft SignalR/9.0",
      other: "Microsoft SignalR/10.0",
      standing: "differs",
    });
    expect(lineOf("Connect", "response header server")).toMatchObject({ one: null, other: "Kestrel" });
  });

  it("show times where one is much longer than the other", () => {
    expect(lineOf("Connect", "Begun after")).toMatchObject({ standing: "differs" });
  });

  it("show messages place by place, without pings", () => {
    expect(lineOf("Messages", "message 1")).toMatchObject({ one: "↑ Handshake request json", other: null });
    expect(lineOf("Messages", "message 3")).toMatchObject({ one: "↑ Invocation Place", other: null });
    expect(lineOf("Messages", "message 4")).toBeUndefined();
  });

  it("decode no more of a long connection than they show", () => {
    const { story } = side(0);
    const [, , , invocation] = story.frames;
    let read = 0;
    const counted = Array.from({ length: 10_000 }, (_, nth) => ({
      ...invocation,
      id: `f${nth}`,
      get payload() {
        read += 1;
        return invocation?.payload;
      },
    })) as typeof story.frames;
    expect(sideOf({ ...story, frames: counted }).messages).toHaveLength(30);
    expect(read).toBeLessThan(200);
  });

  it("put differences first", () => {
    for (const { lines } of parts) {
      const ranks = lines.map(({ standing }) => ["differs", "each-time", "alike"].indexOf(standing));
      expect(ranks).toEqual([...ranks].sort());
    }
  });
});

it("says of how much was received that there was at least so much, where the bytes of a message were not counted", () => {
  const payload = { text: "{", encoding: "text" as const, bytes: 20_000, atLeast: true };
  const events = parseWireScript(`page https://app.test
${NEGOTIATE("token-a", "9.0")}
+30ms WS wss://app.test/hub?id=token-a
  < 101
  +5ms -> {"protocol":"json","version":1}␞
  +5ms <- {}␞
  +5ms <- (20,000 bytes)`);
  const lengthy = createRecording(NOTHING_KNOWN);
  lengthy.take(
    events.map((event) => (event.kind === "frame" && event.payload.text === null ? { ...event, payload } : event)),
  );
  const story = lengthy.lookUp(lengthy.read().connections[0]?.id ?? "");
  if (story?.kind !== "connection") throw new Error("no connection");
  const [sent, received] = [words.connection.sent, words.connection.received].map((name) =>
    differences(sideOf(story), side(0))
      .flatMap(({ lines }) => lines)
      .find((line) => line.name === name),
  );
  expect(sent?.one).toBe("1 (32 bytes)");
  expect(received?.one).toBe("2 (at least 20,003 bytes)");
});
