import { expect, it } from "vitest";
import { Report, readReport, reportSchema } from "./json.js";

const EMPTY = {
  format: "handshake-triage/report",
  version: 1,
  summary: { connections: 0, failed: 0, cards: 0, notSeen: [] },
  cards: [],
  connections: [],
};

it("the published JSON Schema is that of the report (`npx vitest run -u src/report` writes it anew)", async () => {
  await expect(`${JSON.stringify(reportSchema(), null, 2)}\n`).toMatchFileSnapshot("../../docs/report.schema.json");
});

it("a report of the first version is read, a newer one and another file are refused by name", () => {
  expect(readReport(EMPTY)).toEqual(Report.parse(EMPTY));
  expect(() => readReport({ ...EMPTY, version: 9 })).toThrow(/version 9; this program reads up to version 1/);
  expect(() => readReport({ format: "x", version: 1 })).toThrow(/no report but "x"/);
});
