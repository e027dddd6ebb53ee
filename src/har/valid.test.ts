import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { compileFolder } from "../knowledge/folder.js";
import { parseWireScript } from "../knowledge/wire-script.js";
import { LEVELS } from "../report/redact-means.js";
import { plantedHar } from "../report/testing/planted-har.js";
import { makeSafe } from "./export.js";
import { FILE_FORMATS } from "./formats.js";
import { recordingInHtml } from "./html-recording.js";
import { readHar } from "./read.js";
import { faultsOf } from "./testing/har-spec.js";
import { schemaFaultsOf } from "./testing/published-schema.js";

const CAPTURES = resolve("e2e/captures");
const OPTIONS = { version: "1", knowledge, browser: null };
const RECORDINGS = [
  ...readdirSync(CAPTURES).map((name) => readHar(readFileSync(resolve(CAPTURES, name), "utf8")).events),
  ...compileFolder(resolve("knowledge"))
    .examples.filter(({ notation }) => notation === "wire")
    .map(({ script }) => parseWireScript(script)),
  readHar(plantedHar(1, 3).har).events,
];

describe("every HAR that is written is HAR 1.2", { timeout: 120_000 }, () => {
  it.each(LEVELS)("at the level %s, alone and within the HTML report", (level) => {
    for (const events of RECORDINGS) {
      const safe = makeSafe([events], knowledge, { level, also: [/app\.test/], ips: true });
      const analysis = safe.recordings[0]?.analysis;
      if (!analysis) throw new Error("no recording");
      const inReport = recordingInHtml(FILE_FORMATS.html(safe, analysis, OPTIONS)) ?? "";
      for (const file of [FILE_FORMATS.har(safe, analysis, OPTIONS), inReport])
        expect([...faultsOf(file), ...schemaFaultsOf(file)]).toEqual([]);
    }
  });

  it("and the checks find what is not", () => {
    expect(
      faultsOf('{"log":{"version":"1.2","creator":{"name":"x","version":"1"},"entries":[{}]}}').length,
    ).toBeGreaterThan(5);
    expect(
      faultsOf('{"log":{"version":"1.2","creator":{"name":"x","version":"1","mine":1},"entries":[]}}'),
    ).toHaveLength(1);
    expect(schemaFaultsOf('{"log":{"version":"1.2","entries":[{"time":"1"}]}}').length).toBeGreaterThan(5);
  });
});
