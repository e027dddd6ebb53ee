import { PLACES } from "./places.js";
import { createRandom } from "./random.js";
import { SECRET_KINDS } from "./secret-kinds.js";

export interface Planted {
  secret: string;
  /** What is looked for: the secret, or the pieces into which its place cuts it. */
  pieces: string[];
  kind: string;
  isOpaque: boolean;
  place: string;
}

/** A HAR with secrets in every place where they can stand, of so many kinds in each; which ones turns from place to place. */
export function plantedHar(seed: number, kindsInEach = SECRET_KINDS.length): { har: string; planted: Planted[] } {
  const random = createRandom(seed);
  const planted: Planted[] = [];
  const entries: object[] = [];
  const pages: object[] = [];
  let count = 0;
  for (const [turn, [place, plant]] of Object.entries(PLACES).entries()) {
    for (let index = 0; index < kindsInEach; index += 1) {
      const kind = SECRET_KINDS[(turn * 7 + index * 5) % SECRET_KINDS.length];
      if (!kind) continue;
      const secret = kind.make(random);
      const at = new Date(Date.UTC(2026, 0, 1) + 40_000 * count).toISOString();
      const made = plant(secret, { at, count, seconds: Date.parse(at) / 1000 });
      if (made === null) continue;
      count += 1;
      entries.push(...(made.entries ?? []));
      pages.push(...(made.pages ?? []));
      planted.push({ secret, pieces: made.pieces ?? [secret], kind: kind.name, isOpaque: kind.isOpaque, place });
    }
  }
  const creator = { name: "planted", version: "1" };
  return { har: JSON.stringify({ log: { version: "1.2", creator, pages, entries } }, null, 2), planted };
}
