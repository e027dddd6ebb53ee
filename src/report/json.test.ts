import { knowledge } from "virtual:knowledge";
import { expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { REFUSED } from "../core/testing/refused.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { Report, toJson } from "./json.js";

const analysis = analyse(parseWireScript(REFUSED), knowledge);

it("the JSON report keeps to its contract", () => {
  const report: unknown = JSON.parse(JSON.stringify(toJson(analysis)));
  expect(Report.parse(report)).toEqual(report);
  const { cards, summary } = toJson(analysis);
  expect(summary).toEqual({ connections: 1, failed: 1, cards: 1, notSeen: [] });
  expect(Object.keys(cards[0] ?? {})).toEqual([
    "id",
    "protocol",
    "phase",
    "endpoint",
    "severity",
    "occurrences",
    "status",
    "engineIoCode",
    "closeCode",
    "netError",
    "causes",
    "ruledOut",
    "wouldDecide",
  ]);
  expect(cards[0]).toMatchObject({
    protocol: "signalr",
    phase: "connect",
    endpoint: "https://app.test/chat",
    status: 404,
    closeCode: null,
    netError: null,
  });
  expect(cards[0]?.causes[0]).toMatchObject({ cause: "no-sticky-sessions", entry: "signalr/no-sticky-sessions" });
  expect(cards[0]?.causes[0]?.fix).toContain("ip_hash");
});
