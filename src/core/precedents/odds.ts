import { CAUSES, SIGNS } from "./counts.js";
import type { Sign } from "./signs.js";

/** How often threads with one sign came to one cause. */
interface Row {
  threads: number;
  by: ReadonlyMap<string, number>;
}

const causes = new Map(CAUSES.split(" ").map((each) => cut(each, ":")));
const threads = [...causes.values()].reduce((sum, each) => sum + each, 0);
const names = [...causes.keys()];
/** By sign, as they are asked for: most sessions meet no text, and no sign of one. */
const rows = new Map<string, Row | null>();

function rowFor(sign: string): Row | null {
  const known = rows.get(sign);
  if (known !== undefined) return known;
  const counts = Object.hasOwn(SIGNS, sign) ? SIGNS[sign] : undefined;
  const row = counts === undefined ? null : rowOf(counts);
  rows.set(sign, row);
  return row;
}

/** "12:3 40:1": of the causes with these numbers, so many threads. */
function rowOf(counts: string): Row {
  const by = new Map(
    counts.split(" ").map((each) => {
      const [place, count] = cut(each, ":");
      return [names[Number(place)] ?? "", count];
    }),
  );
  return { threads: [...by.values()].reduce((sum, each) => sum + each, 0), by };
}

function cut(text: string, at: string): [string, number] {
  const [before = "", after = ""] = text.split(at);
  return [before, Number(after)];
}

/** A sign that was met once says nothing yet. */
const ENOUGH_THREADS = 2;
/** How many threads of no sign in particular each cause counts with, so that few threads decide little. */
const DAMPING = 4;

/**
 * How likely each cause is by what earlier threads with these signs came to, as a logarithm: each sign multiplies how
 * common the cause is by how much oftener it goes with the sign than other causes do.
 */
export function oddsBy(signs: readonly Sign[]): ReadonlyMap<string, number> {
  const known = signs.flatMap(({ name }) => rowFor(name) ?? []).filter((row) => row.threads >= ENOUGH_THREADS);
  return new Map(
    [...causes].map(([cause, count]) => {
      const byItself = Math.log((count + 0.5) / (threads + 50));
      return [cause, known.reduce((sum, row) => sum + gain(row, cause, count), byItself)];
    }),
  );
}

function gain({ threads: withSign, by }: Row, cause: string, count: number): number {
  const usual = withSign / threads;
  return Math.log(((by.get(cause) ?? 0) + DAMPING * usual) / (count + DAMPING) / usual);
}

/** The sign that points at this cause most, with its figures; null where no thread had both. */
export function pointer(signs: readonly Sign[], cause: string): { sign: Sign; count: number; threads: number } | null {
  const told = signs.flatMap((sign) => {
    const row = rowFor(sign.name);
    const count = row?.by.get(cause) ?? 0;
    return row && count > 0 ? [{ sign, count, threads: row.threads }] : [];
  });
  const share = (each: { count: number; threads: number }) => each.count / (each.threads + ENOUGH_THREADS);
  return told.sort((one, other) => share(other) - share(one))[0] ?? null;
}
