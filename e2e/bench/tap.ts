import { parseArgs } from "node:util";
import { evaluateIn } from "../browser/evaluate.js";
import { waitUntil } from "../browser/wait.js";
import { type Chromium, startChromium } from "../wpt/chromium.js";
import { createWitness, type Witness } from "../wpt/witness.js";
import { median, round } from "./measured.js";
import { isDone, type Load, serveLoad, takeLoad } from "./tap-server.js";

/**
 * `npm run bench:tap`: what the tap costs a page, in time of its main thread for each frame. DevTools is open with and
 * without it. The thread's own clock is read, so that what else the machine does counts as little as can be; both sides
 * take turns, and medians are compared. A run in which not every frame arrived in the extension is no run. Of what comes in,
 * the page without it is also measured with a listener more, that only reads it: no tap can cost less than that.
 *
 *   npm run bench:tap -- [--frames 50000] [--rounds 3]
 */
const { values } = parseArgs({
  options: { frames: { type: "string", default: "50000" }, rounds: { type: "string", default: "3" } },
});
const frames = Number(values.frames);
const EXTENSION = "dist/chromium";
/** Than the rate asks for: no run, rather than one that never ends. */
const SLOWER = 5;

const LOADS: Load[] = [100, 10_000].flatMap((bytes) =>
  [false, true].flatMap((isBinary) =>
    (["in", "out"] as const).map((direction) => {
      return { direction, bytes, isBinary, frames, perSecond: bytes > 1000 ? 600 : 1500 };
    }),
  ),
);

const site = await serveLoad();
try {
  const table = [];
  for (const load of LOADS) {
    const times = { untapped: [] as number[], listened: [] as number[], tapped: [] as number[] };
    for (let round = 0; round < Number(values.rounds); round += 1) {
      times.untapped.push(await measure(load, null));
      if (load.direction === "in") times.listened.push(await measure(load, null, true));
      times.tapped.push(await measure(load, EXTENSION));
    }
    const [untapped, tapped] = [median(times.untapped), median(times.tapped)];
    const listened = times.listened.length > 0 ? median(times.listened) : null;
    table.push({
      direction: load.direction,
      kind: load.isBinary ? "binary" : "text",
      bytes: load.bytes,
      "µs untapped": round(untapped),
      "µs tapped": round(tapped),
      ratio: round(tapped / untapped),
      "a listener that reads": listened === null ? "–" : round(listened / untapped),
    });
    console.table(table.slice(-1));
  }
  console.table(table);
} finally {
  site.stop();
}

/** Microseconds of the page's main thread for each frame. */
async function measure(load: Load, extension: string | null, hasSecondListener = false): Promise<number> {
  const chromium = await startChromium(extension);
  try {
    const witness = extension === null ? null : await createWitness(chromium, extension);
    await chromium.tab.send("Page.navigate", { url: site.origin });
    await waitUntil("the page", () =>
      evaluateIn<boolean>(chromium.tab, "location.protocol === 'http:' && document.readyState === 'complete'"),
    );
    await chromium.tab.send("Performance.enable", { timeDomain: "threadTicks" });
    const before = await taskSeconds(chromium);
    await evaluateIn(chromium.tab, takeLoad, { load, hasSecondListener });
    const lastsMs = (load.frames / load.perSecond) * 1000;
    await waitUntil("the last frame in the page", () => evaluateIn(chromium.tab, isDone), lastsMs * SLOWER);
    if (witness) await waitUntil("every frame in the extension", () => hasAll(witness, load), 60_000);
    return ((await taskSeconds(chromium)) - before) * (1_000_000 / load.frames);
  } finally {
    await chromium.close();
  }
}

async function hasAll(witness: Witness, load: Load): Promise<boolean> {
  const kinds = (await witness.documents()).map((document) => document.kinds);
  const lost = kinds.reduce((sum, { lost: count = 0 }) => sum + count, 0);
  if (lost > 0) throw new Error(`${lost} of ${load.frames} frames were dropped: the machine is too slow for this rate`);
  return kinds.some(({ message }) => message === load.frames);
}

async function taskSeconds({ tab }: Chromium): Promise<number> {
  const { metrics } = await tab.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}
