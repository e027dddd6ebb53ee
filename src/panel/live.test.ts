import { describe, expect, it } from "vitest";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import type { TrafficEvent } from "../core/traffic.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { createLive, type Rules } from "./live.js";
import { createRecording } from "./recording.js";

const refused = (path: string) => `
+1s POST https://app.test/${path}/negotiate?negotiateVersion=1
  > X-SignalR-User-Agent: Microsoft SignalR/10.0
  < 401`;
const events = parseWireScript(`page https://app.test\n${refused("one")}${refused("two")}${refused("three")}`);
const startOf = (path: string) =>
  events.find((event) => event.kind === "exchange" && event.url.includes(path))?.at ?? 0;

function endpointsOf(rules: Rules, told: readonly TrafficEvent[]): string[] {
  const live = createLive(
    (keeps) => createRecording(NOTHING_KNOWN, keeps),
    () => rules,
  );
  live.take(told);
  return live
    .recording()
    .read()
    .connections.map(({ endpoint }) => endpoint.replace("https://app.test/", ""));
}

describe("the inspected tab's recording", () => {
  it("holds everything that is told", () => {
    expect(endpointsOf({ keeps: true, marks: [], pauses: [] }, events)).toEqual(["one", "two", "three"]);
  });

  it("leaves out what happened during a pause, also where it is told of later", () => {
    const pauses = [{ from: startOf("two") - 1, to: startOf("two") + 1 }];
    expect(endpointsOf({ keeps: true, marks: [], pauses }, events)).toEqual(["one", "three"]);
  });

  it("takes nothing in while a pause goes on", () => {
    expect(endpointsOf({ keeps: true, marks: [], pauses: [{ from: startOf("two"), to: null }] }, events)).toEqual([
      "one",
    ]);
  });

  it("begins anew with each page where that is wanted, with what the page did before it was told of", () => {
    const navigated: TrafficEvent = {
      kind: "navigated",
      id: "n1",
      at: startOf("two"),
      page: "p2",
      url: "https://app.test/",
    };
    const told = [...events, navigated];
    expect(endpointsOf({ keeps: false, marks: [], pauses: [] }, told)).toEqual(["two", "three"]);
    expect(endpointsOf({ keeps: true, marks: [], pauses: [] }, told)).toEqual(["one", "two", "three"]);
  });

  it("keeps what a page did before its second word, which is told of late", () => {
    const page = (id: string, at: number): TrafficEvent => ({
      kind: "navigated",
      id,
      at,
      page: id,
      url: "https://a.test/",
    });
    const told = [page("web-page-1", startOf("one") - 1), ...events, page("devtools-page-1", startOf("three"))];
    expect(endpointsOf({ keeps: false, marks: [], pauses: [] }, told)).toEqual(["one", "two", "three"]);
  });
});
