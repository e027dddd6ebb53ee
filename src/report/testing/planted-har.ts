import { PLACES } from "./places.js";
import { createRandom, type Random } from "./random.js";
import { SECRET_KINDS, type SecretKind } from "./secret-kinds.js";

export interface Planted {
  secret: string;
  /** What is looked for: the secret, or the pieces into which its place cuts it. */
  pieces: string[];
  kind: string;
  isOpaque: boolean;
  place: string;
}

/** A piece of a log that is joined to the HAR. */
export interface Log {
  text: string;
  place: string;
}

/** A HAR with secrets in every place where they can stand, of so many kinds in each; which ones turns from place to place. */
export function plantedHar(
  seed: number,
  kindsInEach = SECRET_KINDS.length,
): { har: string; logs: Log[]; planted: Planted[] } {
  const random = createRandom(seed);
  const planted: Planted[] = [];
  const parts = { entries: [] as object[], pages: [] as object[], logs: [] as Log[] };
  const ours = { _logged: [] as object[], _pageEvents: [] as object[], _asked: [] as object[] };
  const make = createUnique(random);
  let count = 0;
  for (const [turn, [place, plant]] of Object.entries(PLACES).entries()) {
    for (let index = 0; index < kindsInEach; index += 1) {
      const kind = SECRET_KINDS[(turn * 7 + index * 5) % SECRET_KINDS.length];
      if (!kind) continue;
      const secret = make(kind);
      const at = new Date(Date.UTC(2026, 0, 1) + 40_000 * count).toISOString();
      const bed = plant(secret, { at, count, seconds: Date.parse(at) / 1000 });
      if (bed === null) continue;
      count += 1;
      parts.entries.push(...(bed.entries ?? []));
      parts.pages.push(...(bed.pages ?? []));
      if (bed.log !== undefined) parts.logs.push({ text: bed.log, place });
      if (bed.logged) ours._logged.push(bed.logged);
      if (bed.pageEvents) ours._pageEvents.push(bed.pageEvents);
      if (bed.asked) ours._asked.push(bed.asked);
      planted.push({ secret, pieces: bed.pieces ?? [secret], kind: kind.name, isOpaque: kind.isOpaque, place });
    }
  }
  const creator = { name: "planted", version: "1" };
  const { entries, pages, logs } = parts;
  return { har: JSON.stringify({ log: { version: "1.2", creator, pages, entries, ...ours } }, null, 2), logs, planted };
}

/** A secret that stands for another, too, or is part of it, would be found in that one's place. */
function createUnique(random: Random): (kind: SecretKind) => string {
  const made: string[] = [];
  return (kind) => {
    for (;;) {
      const secret = kind.make(random);
      const plain = secret.toLowerCase();
      if (made.some((each) => each.includes(plain) || plain.includes(each))) continue;
      made.push(plain);
      return secret;
    }
  };
}
