/** What labelled threads came to, and which signs they showed. */
export interface Counts {
  causes: Map<string, number>;
  /** By sign: how many of the threads that showed it came to which cause. */
  signs: Map<string, Map<string, number>>;
}

export function noCounts(): Counts {
  return { causes: new Map(), signs: new Map() };
}

/** The counts of an earlier run, as `src/core/precedents/counts.ts` holds them. */
export function readCounts(causes: string, signs: Readonly<Record<string, string>>): Counts {
  const all = causes.split(" ").map(pair);
  const nameOf = (place: string) => all[Number(place)]?.[0] ?? "";
  const rows = Object.entries(signs).map(([sign, row]) => {
    const by = row.split(" ").map((each) => {
      const [place, count] = pair(each);
      return [nameOf(place), count] as const;
    });
    return [sign, new Map(by)] as const;
  });
  return { causes: new Map(all), signs: new Map(rows) };
}

function pair(text: string): [string, number] {
  const [before = "", after = ""] = text.split(":");
  return [before, Number(after)];
}

/** Counts one thread. */
export function count({ causes, signs }: Counts, cause: string, shown: Iterable<string>): void {
  add(causes, cause);
  for (const sign of shown) {
    const row = signs.get(sign) ?? new Map<string, number>();
    signs.set(sign, row);
    add(row, cause);
  }
}

function add(to: Map<string, number>, key: string): void {
  to.set(key, (to.get(key) ?? 0) + 1);
}

/** A sign that one thread alone showed says nothing, and is left out. */
export function countsFile({ causes, signs }: Counts): string {
  const ordered = [...causes].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  const place = new Map(ordered.map(([cause], index) => [cause, index]));
  const rows = [...signs]
    .filter(([, row]) => sum(row.values()) > 1)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, row]) => `  ${JSON.stringify(name)}: "${pairs(row, (cause) => place.get(cause) ?? 0)}",`);
  return `/** Written by \`npm run precedents\`: what ${sum(causes.values())} public threads came to, the oftenest cause first. */
export const CAUSES =
  "${ordered.map(([cause, threads]) => `${cause}:${threads}`).join(" ")}";

/** Which signs they showed: of the cause with that number in the list above, so many threads. */
export const SIGNS: Readonly<Record<string, string>> = {
${rows.join("\n")}
};
`;
}

function sum(counts: Iterable<number>): number {
  return [...counts].reduce((total, each) => total + each, 0);
}

function pairs(row: ReadonlyMap<string, number>, placeOf: (cause: string) => number): string {
  return [...row]
    .map(([cause, threads]) => [placeOf(cause), threads] as const)
    .sort(([one], [other]) => one - other)
    .map(([at, threads]) => `${at}:${threads}`)
    .join(" ");
}
