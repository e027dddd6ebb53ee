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
 * without it. The thread's own clock is read, so that what else the machine does counts as little as can be. All sides have
 * their browsers open, and take turns; the first turn of each is not counted, as in it scripts are compiled and DevTools itself
 * still comes up, later on the one side than on the other. Medians of all turns are compared. A turn after which not every frame has arrived in
 * the extension is no turn. Of what comes in, the bare page without the tap is also measured with a listener more, that only reads it.
 *
 *   npm run bench:tap -- [--frames 20000] [--rounds 1] [--only "socket.io text"]… [--with FOLDER]…
 *
 * `--frames`: of each side in a round; with each round browsers and servers start anew. `--only`: the loads whose names
 * begin so. `--with`: other builds of the extension, which take their turns, too.
 */
const { values } = parseArgs({
  options: {
    frames: { type: "string", default: "20000" },
    rounds: { type: "string", default: "1" },
    only: { type: "string", multiple: true, default: [""] },
    with: { type: "string", multiple: true, default: [] },
  },
});
/** Frames of one turn: so many that its connection's beginning is nothing beside them. */
const TURN = 2500;
/** Than the rate asks for: no run, rather than one that never ends. */
const SLOWER = 5;

interface Side {
  extension: string | null;
  hasSecondListener: boolean;
}

type Times = Record<string, number[]>;

const loads = loadsOf(TURN).filter((load) => values.only.some((name) => nameOf(load).startsWith(name)));
if (loads.length === 0) throw new Error(`no load has such a name: ${loadsOf(0).map(nameOf).join(", ")}`);
const table = [];
for (const load of loads) {
  const sides = sidesOf(load);
  const times: Times = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    await withLab((lab) => takeTurns(lab, load, sides, times));
  table.push(rowOf(load, times));
  console.table(table.slice(-1));
}
console.table(table);

async function takeTurns(lab: Lab, load: Load, sides: Record<string, Side>, times: Times): Promise<void> {
  const open: Open[] = [];
  try {
    for (const side of Object.values(sides)) open.push(await openPage(lab, load, side));
    for (const page of open) await turn(page, load);
    for (let count = 0; count * TURN < Number(values.frames); count += 1) {
      for (const [place, name] of Object.keys(sides).entries())
        times[name]?.push(await turn(open[place] as Open, load));
    }
  } finally {
    for (const { chromium } of open) await chromium.close();
  }
}

function rowOf(load: Load, times: Times): Record<string, string | number> {
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

/** A side's browser, on a page of a server of its own. */
interface Open extends Side {
  chromium: Chromium;
  site: Site;
  witness: Witness | null;
}

async function openPage(lab: Lab, { taker }: Load, side: Side): Promise<Open> {
  const site = await SITES[taker](lab);
  const chromium = await startChromium(side.extension);
  const witness = side.extension === null ? null : await createWitness(chromium, side.extension);
  await chromium.tab.send("Page.navigate", { url: site.page });
  await waitUntil("the page", () =>
    evaluateIn<boolean>(chromium.tab, "location.protocol === 'http:' && document.readyState === 'complete'"),
  );
  await chromium.tab.send("Performance.enable", { timeDomain: "threadTicks" });
  return { ...side, chromium, site, witness };
}

/** Microseconds of the page's main thread for each frame that was asked for. */
async function turn({ chromium, site, witness, hasSecondListener }: Open, load: Load): Promise<number> {
  const { server } = site;
  const before = await taskSeconds(chromium);
  await evaluateIn(chromium.tab, takeLoad, {
    load,
    server,
    path: PATH,
    prices: pricesOf(load.bytes),
    hasSecondListener,
  });
  const lastsMs = (load.frames / load.perSecond) * 1000;
  await waitUntil("the last frame in the page", () => evaluateIn(chromium.tab, isDone), lastsMs * SLOWER);
  if (witness) await waitUntil("every frame in the extension", () => hasAll(witness, site.passed()), 60_000);
  return ((await taskSeconds(chromium)) - before) * (1_000_000 / load.frames);
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
