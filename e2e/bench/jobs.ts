import { readFileSync } from "node:fs";
import { knowledge } from "virtual:knowledge";
import { analyse, createAnalysis } from "../../src/core/analysis.js";
import { CONNECTIONS_KEPT } from "../../src/core/kept-connections.js";
import type { TrafficEvent } from "../../src/core/traffic.js";
import { makeSafe } from "../../src/har/export.js";
import { FILE_FORMATS } from "../../src/har/formats.js";
import { readHar } from "../../src/har/read.js";
import { createRecording } from "../../src/panel/recording.js";
import { longSession } from "./long-session.js";
import type { Measured } from "./measured.js";
import { threadMs } from "./thread-time.js";

/** `node jobs.js JOB FILE`: does one thing once, in a process of its own, and prints what it took. `prepare` does not count. */
interface Job<Prepared> {
  prepare(text: string): Prepared;
  act(prepared: Prepared): Record<string, number>;
}

const job = <Prepared>(
  prepare: Job<Prepared>["prepare"],
  act: Job<Prepared>["act"],
): { run(text: string): Measured } => ({
  run(text) {
    const prepared = prepare(text);
    const [from, wallFrom] = [threadMs(), performance.now()];
    const told = act(prepared);
    const [ms, wallMs] = [threadMs() - from, performance.now() - wallFrom];
    return { wallMs, ms, peakMegabytes: peakMegabytes(), told };
  },
});

/** Where the system tells of this process alone: what `resourceUsage` tells began with the one that started it. */
function peakMegabytes(): number {
  try {
    const [, kilobytes = "0"] = /VmHWM:\s+(\d+) kB/.exec(readFileSync("/proc/self/status", "utf8")) ?? [];
    return Number(kilobytes) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024; // another system
  }
}

const asIs = (text: string) => text;

const JOBS = {
  parse: job(asIs, (text) => ({ entries: (JSON.parse(text) as { log: { entries: [] } }).log.entries.length })),
  analysis: job(asIs, (text) => {
    const { summary } = analyse(readHar(text).events, knowledge);
    return { connections: summary.connections, failed: summary.failed, cards: summary.cards };
  }),
  stringify: job(
    (text) => JSON.parse(text) as unknown,
    (value) => ({ letters: JSON.stringify(value, null, 2).length }),
  ),
  export: job(
    (text) => readHar(text).events,
    (events) => ({ letters: safeFile(events).length }),
  ),
  live: job(asIs, () => liveSession()),
  life: job(asIs, () => longLife()),
};

/** What "Export HAR" does: redacts, diagnoses what is left, writes, and looks once more for secrets. */
function safeFile(events: readonly TrafficEvent[]): string {
  const safe = makeSafe([events], knowledge, { salt: 100 });
  const analysis = safe.recordings[0]?.analysis;
  if (!analysis) throw new Error("there is nothing to export");
  const file = FILE_FORMATS.har(safe, analysis, { version: "0", knowledge, browser: null });
  safe.check(file);
  return file;
}

const MEASURED_EVENTS = 20_000;

/** Microseconds for each event, read after each thousand: at first, and when a million have been seen. */
function liveSession(): Record<string, number> {
  const take = taking(longSession());
  take(MEASURED_EVENTS); // until the engine has compiled what is hot
  const early = take(MEASURED_EVENTS);
  take(1_000_000);
  return { early, late: take(MEASURED_EVENTS) };
}

/** Megabytes that the panel holds once more was recorded than is kept of anything, and after five times as much. */
function longLife(): Record<string, number> {
  const failsEvery = 20;
  const recording = createRecording(knowledge);
  const events = longSession(failsEvery);
  const record = (count: number) => {
    for (let taken = 0; taken < count; taken += 1000) {
      recording.take(Array.from({ length: 1000 }, () => events.next().value as TrafficEvent));
      recording.read();
    }
  };
  record(1.2 * CONNECTIONS_KEPT * failsEvery);
  const heapEarly = heapMegabytes();
  record(4.8 * CONNECTIONS_KEPT * failsEvery);
  const { summary, connections } = recording.read();
  return { heapEarly, heapLate: heapMegabytes(), seen: summary.connections, kept: connections.length };
}

function taking(events: Iterator<TrafficEvent>): (count: number) => number {
  const analysis = createAnalysis(knowledge);
  return (count) => {
    const from = threadMs();
    for (let taken = 0; taken < count; taken += 1) {
      analysis.take(events.next().value as TrafficEvent);
      if (taken % 1000 === 0) analysis.read();
    }
    return ((threadMs() - from) * 1000) / count;
  };
}

function heapMegabytes(): number {
  gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

const [name = "", file] = process.argv.slice(2);
if (!Object.hasOwn(JOBS, name)) throw new Error(`no job is named "${name}"; there are ${Object.keys(JOBS).join(", ")}`);
console.log(JSON.stringify(JOBS[name as keyof typeof JOBS].run(file === undefined ? "" : readFileSync(file, "utf8"))));
