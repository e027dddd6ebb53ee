import { describe, expect, test } from "vitest";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createAnalysis } from "./analysis.js";
import { type Entry, type Knowledge, NOTHING_KNOWN, type Test } from "./knowledge.js";

import type { ExchangeEvent, TrafficEvent } from "./traffic.js";

const ANY: Entry = {
  id: "any/others-opened",
  cause: "others-opened",
  protocol: "any",
  title: "",
  benign: false,
  explanation: "",
  common: 0.5,
  when: [],
  supports: [],
  weakens: [],
  rulesOut: [],
  wouldDecide: null,
  decidedBy: null,
  fixes: [],
  reproduce: { impossible: "" },
  link: "",
};
const negotiate = (nth: number) => `
+1s POST https://app.test/x/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 200
  << {"connectionId":"p${nth}","connectionToken":"t${nth}","negotiateVersion":1,"availableTransports":[{"transport":"WebSockets","transferFormats":["Text"]}]}
`;
const opened = (nth: number) => `${negotiate(nth)}
+20ms WS wss://app.test/x?id=t${nth}
  < 101
  +1ms -> {"protocol":"json","version":1}␞
  +1ms <- {}␞
`;
const closed = (nth: number) => `${opened(nth)}  +1s -> {"type":7}␞\n  +1ms closed 1000 by page\n`;
const failed = (nth: number) => `${negotiate(nth)}\n+20ms WS wss://app.test/x?id=t${nth}\n  < 404\n`;

const nths = (count: number) => Array.from({ length: count }, (_, nth) => nth);
const script = (parts: string[]) => parseWireScript(`page https://app.test\n${parts.join("")}`);

function limited(events: TrafficEvent[], connections: number, knowledge: Knowledge = NOTHING_KNOWN) {
  const requests: string[] = [];
  const live = createAnalysis(knowledge, { connections, dropped: (those) => void requests.push(...those) });
  for (const event of events) live.take(event);
  return { live, requests, ...live.read() };
}

describe("more connections than are kept", () => {
  test("what ended well goes first, then what is open, a failure last; and all stay counted", () => {
    const { live, connections, summary } = limited(
      script([failed(0), opened(1), ...nths(28).map((n) => closed(n + 2))]),
      20,
    );
    expect(connections.length).toBeLessThanOrEqual(20);
    expect(connections.map(({ state }) => state)).toContain("failed");
    expect(connections.map(({ state }) => state)).toContain("open");
    expect(summary).toMatchObject({ connections: 30, failed: 1, cards: 1 });
    expect(live.gone()).toBe(30 - connections.length);
  });

  test("of failures the oldest go, when nothing else is left, and their card still counts them", () => {
    const { connections, summary, cards } = limited(script([opened(30), ...nths(30).map(failed)]), 20);
    expect(connections.map(({ state }) => state)).not.toContain("open");
    expect(connections.length).toBeLessThanOrEqual(20);
    expect(summary).toMatchObject({ connections: 31, failed: 30 });
    expect(cards).toMatchObject([{ occurrences: 30 }]);
  });

  test("that others could connect at the same place stays known", () => {
    const opened: Test = { op: "atLeast", value: 2 };
    const entry = { ...ANY, when: [[{ fact: "neighbours.opened", test: opened } as const]] };
    const events = script([...nths(15).map(closed), ...nths(15).map((n) => failed(n + 15))]);
    const { cards, connections } = limited(events, 10, { ...NOTHING_KNOWN, entries: [entry] });
    expect(connections.map(({ state }) => state)).not.toContain("closed");
    expect(cards.flatMap(({ causes }) => causes.map(({ cause }) => cause))).toContain("others-opened");
  });

  test("whose requests they were is told, and none of them counts as unrecognised", () => {
    const events = script(nths(30).map(failed));
    const { live, requests, summary } = limited(events, 20);
    const ofKept = events.filter(({ kind }) => kind === "exchange").length - requests.length;
    expect(requests.length).toBe(2 * live.gone());
    expect(ofKept).toBe(2 * (30 - live.gone()));
    expect(summary.otherRequests).toBe(0);
    for (const id of requests) expect(live.connectionOf(id)).toBeNull();
  });

  test("without a limit everything stays", () => {
    const { live, connections } = limited(script(nths(30).map(failed)), Number.POSITIVE_INFINITY);
    expect(connections).toHaveLength(30);
    expect(live.gone()).toBe(0);
  });
});

describe("a request that is no longer recorded", () => {
  test("is forgotten where it is over, and stays known while it goes on", () => {
    const events = script([opened(1)]);
    const live = createAnalysis(NOTHING_KNOWN);
    for (const event of events) live.take(event);
    const [asked, socket] = events.filter((event): event is ExchangeEvent => event.kind === "exchange");
    const over = asked?.exchange ?? "";
    const on = socket?.exchange ?? "";
    for (const id of [over, on]) live.forgetRequest(id);
    expect(live.connectionOf(over)).toBeNull();
    expect(live.connectionOf(on)?.id).toBe("c1");
    expect(live.read().connections).toHaveLength(1);
  });
});
