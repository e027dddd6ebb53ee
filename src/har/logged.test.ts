import { knowledge } from "virtual:knowledge";
import { describe, expect, test } from "vitest";
import { eventsFromConsole } from "../capture/console-lines.js";
import { type Analysis, analyse } from "../core/analysis.js";
import type { TrafficEvent } from "../core/traffic.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { diagnosed, makeSafe } from "./export.js";
import { readHar } from "./read.js";
import { writeHar } from "./write.js";

const NOT_FOUND = `
page https://app.test
+0ms POST https://app.test/chat/negotiate?negotiateVersion=1
  < 404
`;
const WELL = `
page https://app.test
+0ms WS wss://app.test/socket.io/?EIO=4&transport=websocket
  < 101
  +1ms <- 0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000}
  +1ms -> 40
  +1ms <- 40{"sid":"b"}
`;

const SECRET = "correct-horse-battery-4711";
const SIGNALR = `[2026-01-31T12:00:00.000Z] Error: Failed to complete negotiation with the server: Error: ${SECRET}: Status code '404'`;
const SOCKET_IO = "engine.io-client:socket socket error {} transport error +1ms";

function withLine(script: string, text: string, afterMs = 20): TrafficEvent[] {
  const events = parseWireScript(script);
  const at = Math.min(...events.filter(({ kind }) => kind === "exchange").map((event) => event.at));
  return [...events, ...eventsFromConsole({ at: at + afterMs, text }, "tap-0.1.logged1")];
}

describe("what a client's library logged", () => {
  test("stands on the card of the failure that was captured, and changes neither cause nor number", () => {
    const [before] = analyse(parseWireScript(NOT_FOUND), knowledge).cards;
    const { cards } = analyse(withLine(NOT_FOUND, SIGNALR), knowledge);
    expect(cards).toHaveLength(1);
    expect(cards[0]?.causes[0]?.cause).toBe(before?.causes[0]?.cause);
    expect(cards[0]?.occurrences).toBe(1);
    expect(cards[0]?.causes[0]?.evidence.map(({ text }) => text)).toContainEqual(
      expect.stringContaining("The client logged: “Failed to complete negotiation with the server"),
    );
  });

  test("long after the failure is not about it", () => {
    const { cards } = analyse(withLine(NOT_FOUND, SIGNALR, 60_000), knowledge);
    expect(JSON.stringify(cards)).not.toContain("The client logged");
  });

  test("makes no card beside a connection that is well, and none where nothing was captured", () => {
    expect(analyse(withLine(WELL, SOCKET_IO), knowledge).cards).toEqual([]);
    expect(analyse(eventsFromConsole({ at: 1, text: SIGNALR }, "x"), knowledge).cards).toEqual([]);
  });

  test("is labelled in a strict export, which leads to the same card when it is read again", () => {
    const events = withLine(NOT_FOUND, SIGNALR);
    const { recordings, check } = makeSafe([events], knowledge, { level: "strict" });
    const [safe = diagnosed([], knowledge)] = recordings;
    const file = writeHar(safe, { creatorVersion: "1" });
    check(file);
    expect(file).not.toContain(SECRET);
    expect(file).toContain("Failed to complete negotiation with the server");
    const again = analyse(readHar(file).events, knowledge);
    const words = ({ cards }: Analysis) =>
      cards.map(({ causes: [best] }) => [best?.entry, best?.score, best?.evidence.map(({ text }) => text)]);
    expect(words(again)).toEqual(words(safe.analysis));
    expect(JSON.stringify(again.cards)).toContain("The client logged");
  });
});

test("ids that every object has are none of the lexicon's", () => {
  const names = ["toString", "constructor", "__proto__", "hasOwnProperty"];
  const [line] = eventsFromConsole({ at: 1_767_225_600_000, text: SIGNALR }, "tap-0.1.logged1");
  const log = { entries: [], _logged: [{ ...line, messages: names, scene: names, words: [...names, "gunicorn"] }] };
  const [read] = readHar(JSON.stringify({ log })).events.filter(({ kind }) => kind === "said");
  expect(read).toMatchObject({ messages: [], scene: [], words: ["gunicorn"] });
});
