import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { build } from "vite";
import type { Contents } from "./large-har.js";
import { type Figure, round } from "./measured.js";
import { packageSizes } from "./package-sizes.js";
import { openWorkshop, type Workshop } from "./side-by-side.js";

/**
 * `npm run bench -- [NAME…] [--megabytes 100] [--rounds 5]`: what everything costs, each beside a baseline of the same run. What
 * Node can measure comes first, in one table; then what takes a browser, each as its own command does it.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { megabytes: { type: "string", default: "100" }, rounds: { type: "string", default: "5" } },
});
const megabytes = Number(values.megabytes);
const rounds = Number(values.rounds);

const FILLED: Record<Contents, string> = {
  captures: "captures alone",
  "page-loads": "with page loads",
  secrets: "captures with made-up secrets",
};

type Bench = (workshop: Workshop) => Figure[] | Promise<Figure[]>;

const BENCHES: Record<string, Bench> = {
  analysis: (workshop) => against(workshop, "analysis", "parse", 1.5, "page-loads"),
  hardest: (workshop) => against(workshop, "analysis", "parse", 1.5),
  export: (workshop) => [
    ...against(workshop, "export", "stringify", 3),
    ...against(workshop, "export", "stringify", 3, "secrets"),
    ...against(workshop, "export", "stringify", 3, "page-loads"),
  ],
  growth(workshop) {
    const [small, large] = workshop.sideBySide(
      [
        ["analysis", workshop.har(megabytes / 10)],
        ["analysis", workshop.har(megabytes)],
      ],
      rounds,
    );
    return [figure(`analysis of 10 × the capture (${megabytes} MB)`, large?.ms ?? 0, small?.ms ?? 0, 11, "ms")];
  },
  live(workshop) {
    const runs = Array.from({ length: Math.min(rounds, 3) }, () => workshop.run("live").told);
    const [best = {}] = runs.sort((one, other) => ratioOf(one) - ratioOf(other)).slice(Math.floor(runs.length / 2));
    return [figure("live analysis, an event after 1,000,000", best.late ?? 0, best.early ?? 0, 1.2, "µs")];
  },
  heap(workshop) {
    const { heapLate = 0, heapEarly = 0 } = workshop.run("life").told;
    return [figure("heap after five times the connections that are kept", heapLate, heapEarly, 1.05, "MB")];
  },
  async sizes() {
    await build({ mode: "chromium", logLevel: "error" });
    return packageSizes();
  },
};

/** `npm run bench:NAME`, each with options of its own. */
const IN_THE_BROWSER = ["latency", "opened", "panel", "tap", "memory"];

const names = [...Object.keys(BENCHES), ...IN_THE_BROWSER];
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) throw new Error(`no bench is named "${unknown}"; there are ${names.join(", ")}`);
const isWanted = (name: string) => positionals.length === 0 || positionals.includes(name);
if (Object.keys(BENCHES).some(isWanted)) await measureInNode();
for (const name of IN_THE_BROWSER.filter(isWanted)) measureInTheBrowser(name);

async function measureInNode(): Promise<void> {
  const workshop = await openWorkshop();
  try {
    const figures: Figure[] = [];
    for (const [name, bench] of Object.entries(BENCHES).filter(([each]) => isWanted(each))) {
      console.log(`== ${name}`);
      const found = await bench(workshop);
      console.table(found);
      figures.push(...found);
    }
    console.table(figures);
  } finally {
    workshop.clear();
  }
}

/** One that fails keeps none of those after it from being measured. */
function measureInTheBrowser(name: string): void {
  console.log(`== ${name}`);
  const { status } = spawnSync("npm", ["run", "--silent", `bench:${name}`], { stdio: "inherit" });
  if (status === 0) return;
  console.error(`npm run bench:${name} failed`);
  process.exitCode = 1;
}

function against(
  workshop: Workshop,
  job: string,
  baseline: string,
  most: number,
  contents: Contents = "captures",
): Figure[] {
  const file = workshop.har(megabytes, contents);
  const [own, base] = workshop.sideBySide(
    [
      [job, file],
      [baseline, file],
    ],
    rounds,
  );
  const what = `${job} of ${megabytes} MB, ${FILLED[contents]}`;
  const time = figure(`${what}, main thread`, own?.ms ?? 0, base?.ms ?? 0, most, "ms");
  const wall = figure(`${what}, by the clock`, own?.wallMs ?? 0, base?.wallMs ?? 0, most, "ms");
  const memory = figure(`${what}, peak memory`, own?.peakMegabytes ?? 0, base?.peakMegabytes ?? 0, most, "MB");
  return [time, wall, memory];
}

function figure(what: string, own: number, base: number, most: number, unit: string): Figure {
  const ratio = own / base;
  return {
    what,
    measured: `${round(own)} ${unit}`,
    baseline: `${round(base)} ${unit}`,
    ratio: round(ratio),
    target: `≤ ${most} ×`,
    isMet: ratio <= most,
  };
}

function ratioOf({ late = 0, early = 1 }: Record<string, number>): number {
  return late / early;
}
