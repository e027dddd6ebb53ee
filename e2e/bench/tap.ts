import { parseArgs } from "node:util";
import { evaluateIn } from "../browser/evaluate.js";
import { waitUntil } from "../browser/wait.js";
import type { Lab } from "../lab/scenario.js";
import { withLab } from "../panel-steps.js";
import { type Chromium, startChromium } from "../wpt/chromium.js";
import { createWitness, type Witness } from "../wpt/witness.js";
import { median, round } from "./measured.js";
import { isDone, type Load, loadsOf, nameOf, pricesOf, takeLoad } from "./tap-loads.js";
import { PATH, SITES, type Site } from "./tap-server.js";

/**
 * `npm run bench:tap`: what the tap costs a page, in time of its main thread for each frame. DevTools is open with and
 * without it. The thread's own clock is read, so that what else the machine does counts as little as can be; the sides
 * take turns, and medians are compared. A run in which not every frame arrived in the extension is no run. Of what comes in,
 * the bare page without the tap is also measured with a listener more, that only reads it: no tap can cost less than that.
 *
 *   npm run bench:tap -- [--frames 50000] [--rounds 1] [--only "socket.io text"]… [--with FOLDER]…
 *
 * `--only`: the loads whose names begin so. `--with`: other builds of the extension, which take their turns, too.
 */
const { values } = parseArgs({
  options: {
    frames: { type: "string", default: "50000" },
    rounds: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [""] },
    with: { type: "string", multiple: true, default: [] },
  },
});
/** Than the rate asks for: no run, rather than one that never ends. */
const SLOWER = 5;

interface Side {
  extension: string | null;
  hasSecondListener: boolean;
}

const loads = loadsOf(Number(values.frames)).filter((load) =>
  values.only.some((name) => nameOf(load).startsWith(name)),
);
if (loads.length === 0) throw new Error(`no load has such a name: ${loadsOf(0).map(nameOf).join(", ")}`);
const table = [];
for (const load of loads) {
  table.push(await withLab((lab) => measureAll(lab, load)));
  console.table(table.slice(-1));
}
console.table(table);

async function measureAll(lab: Lab, load: Load) {
  const site = await SITES[load.taker](lab);
  const sides = sidesOf(load);
  const times = Object.fromEntries(Object.keys(sides).map((name) => [name, [] as number[]]));
  for (let turn = 0; turn < Number(values.rounds); turn += 1) {
    for (const [name, side] of Object.entries(sides)) times[name]?.push(await measure(site, load, side));
  }
  const untapped = median(times.untapped ?? []);
  const row: Record<string, string | number> = { load: nameOf(load), "µs untapped": round(untapped) };
  for (const [name, taken] of Object.entries(times)) {
    if (name === "untapped") continue;
    row[`µs ${name}`] = round(median(taken));
    row[`${name} ×`] = round(median(taken) / untapped);
  }
  return row;
}

function sidesOf({ taker, direction }: Load): Record<string, Side> {
  const isBareIn = taker === "bare" && direction === "in";
  return {
    untapped: { extension: null, hasSecondListener: false },
    ...(isBareIn ? { "a listener that reads": { extension: null, hasSecondListener: true } } : {}),
    tapped: { extension: "dist/chromium", hasSecondListener: false },
    ...Object.fromEntries(values.with.map((extension) => [extension, { extension, hasSecondListener: false }])),
  };
}

/** Microseconds of the page's main thread for each frame that was asked for. */
async function measure(site: Site, load: Load, { extension, hasSecondListener }: Side): Promise<number> {
  const chromium = await startChromium(extension);
  try {
    const witness = extension === null ? null : await createWitness(chromium, extension);
    await chromium.tab.send("Page.navigate", { url: site.page });
    await waitUntil("the page", () =>
      evaluateIn<boolean>(chromium.tab, "location.protocol === 'http:' && document.readyState === 'complete'"),
    );
    await chromium.tab.send("Performance.enable", { timeDomain: "threadTicks" });
    const passedBefore = site.passed();
    const before = await taskSeconds(chromium);
    const { server } = site;
    const prices = pricesOf(load.bytes);
    await evaluateIn(chromium.tab, takeLoad, { load, server, path: PATH, prices, hasSecondListener });
    const lastsMs = (load.frames / load.perSecond) * 1000;
    await waitUntil("the last frame in the page", () => evaluateIn(chromium.tab, isDone), lastsMs * SLOWER);
    if (witness)
      await waitUntil("every frame in the extension", () => hasAll(witness, site.passed() - passedBefore), 60_000);
    return ((await taskSeconds(chromium)) - before) * (1_000_000 / load.frames);
  } finally {
    await chromium.close();
  }
}

async function hasAll(witness: Witness, frames: number): Promise<boolean> {
  const kinds = (await witness.documents()).map((document) => document.kinds);
  const lost = kinds.reduce((sum, { lost: count = 0 }) => sum + count, 0);
  if (lost > 0) throw new Error(`${lost} of ${frames} frames were dropped: the machine is too slow for this rate`);
  return kinds.some(({ message }) => message === frames);
}

async function taskSeconds({ tab }: Chromium): Promise<number> {
  const { metrics } = await tab.send("Performance.getMetrics");
  return metrics.find(({ name }) => name === "TaskDuration")?.value ?? Number.NaN;
}
