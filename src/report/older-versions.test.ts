import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { knowledge } from "virtual:knowledge";
import { describe, expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { recordingInHtml } from "../har/html-recording.js";
import { readHar } from "../har/read.js";
import { unpack } from "../har/unpack.js";
import { readReport } from "./json.js";

/** What each version of the report wrote, kept as it was on the day that the version came: never written again. */
const TESTING = resolve(import.meta.dirname, "testing");
const VERSIONS = readdirSync(TESTING).filter((name) => name.startsWith("version-"));

it("there is a kept report of each version", () => {
  expect(VERSIONS).toEqual(["version-1"]);
});

describe.each(VERSIONS)("a report of %s", (version) => {
  const file = (name: string) => readFileSync(resolve(TESTING, version, name));
  const report = readReport(JSON.parse(file("report.json").toString()));
  const told = report.cards.map(({ endpoint, closeCode, causes: [best] }) => [endpoint, closeCode, best?.cause]);

  it("is read as JSON, with nothing lost", () => {
    expect(report).toEqual(JSON.parse(file("report.json").toString()));
    expect(told).toEqual([["http://127.0.0.1:40035/client/hubs/chat", 1008, "closed-by-application"]]);
  });

  it.each(["report.html", "report.har"])("is diagnosed anew from its %s", async (name) => {
    const { text } = await unpack(file(name));
    const { events, notes } = readHar(name.endsWith(".html") ? (recordingInHtml(text) ?? "") : text);
    expect(notes).toEqual([]);
    const { cards } = analyse(events, knowledge);
    expect(cards.map(({ endpoint, closeCode, causes: [best] }) => [endpoint, closeCode, best?.cause])).toEqual(told);
  });
});
