import { writeFile } from "node:fs/promises";
import type { Difference, Judged } from "./compare.js";
import type { Proof } from "./proof.js";
import type { TestPage } from "./tests.js";
import type { Results } from "./turns.js";

export interface Report {
  pages: TestPage[];
  untapped: Results;
  tapped: Results;
  judged: Judged;
  proof: Proof;
  /** Where the same goes as JSON. */
  file: string | undefined;
}

interface Line {
  scope: string;
  files: number;
  pages: number;
  subtests: number;
  "passed untapped": number;
  "passed tapped": number;
  lost: number;
  gained: number;
  flaky: number;
}

export async function printReport({ pages: all, untapped, tapped, judged, proof, file }: Report): Promise<void> {
  const lineOf = (scope: string, pages: TestPage[]): Line => {
    const among = (each: Difference) => pages.includes(each.page);
    return {
      scope,
      files: new Set(pages.map((page) => page.file)).size,
      pages: pages.length,
      subtests: countOf(pages, untapped, () => true),
      "passed untapped": countOf(pages, untapped, Boolean),
      "passed tapped": countOf(pages, tapped, Boolean),
      lost: judged.lost.filter(among).length,
      gained: judged.gained.filter(among).length,
      flaky: judged.flaky.filter(among).length,
    };
  };
  const groups = new Map<string, TestPage[]>();
  for (const page of all) groups.set(groupOf(page), [...(groups.get(groupOf(page)) ?? []), page]);
  const lines = [...groups].map(([scope, pages]) => lineOf(scope, pages));
  console.table([...lines, lineOf("all", all)]);
  const { close: _, ...kinds } = proof.kinds;
  console.log(
    `Tapped: ${proof.tapped} of ${all.length} pages, ${proof.documents} documents; told: ${JSON.stringify(kinds)}`,
  );
  for (const path of proof.untapped) console.log(`NOT TAPPED ${path}`);
  list("LOST", judged.lost);
  list("gained", judged.gained);
  list("flaky", judged.flaky);
  if (file) await writeFile(file, JSON.stringify({ lines, all: lineOf("all", all), judged, proof }, null, 2));
}

function groupOf({ scope, server }: TestPage): string {
  return server === "h2" ? `${scope}, HTTP/2` : scope;
}

function countOf(pages: TestPage[], results: Results, counts: (passed: boolean) => boolean): number {
  return pages.reduce(
    (sum, { path }) => sum + [...(results.get(path)?.passed.values() ?? [])].filter(counts).length,
    0,
  );
}

function list(title: string, differences: Difference[]): void {
  for (const { page, subtest, message, untapped, tapped } of differences) {
    console.log(
      `${title} ${page.path}\n  ${subtest}: ${message}\n  untapped ${marks(untapped)}, tapped ${marks(tapped)}`,
    );
  }
}

function marks(runs: boolean[]): string {
  return runs.map((passed) => (passed ? "pass" : "FAIL")).join(" ");
}
