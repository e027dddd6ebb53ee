/** Ids of what was seen of late. */
export interface LatestIds {
  has(id: string): boolean;
  add(id: string): void;
}

const PARTS = 4;

/**
 * Remembers at least so many, and up to a quarter more. They stand in parts, of which the oldest goes as a whole: a `Set`
 * of which the first is taken out again and again looks each time at all the places that have become empty.
 */
export function createLatestIds(atLeast: number): LatestIds {
  let parts = [newPart()];
  return {
    has(id) {
      const [row, bit] = placeOf(id);
      return parts.some(({ rows }) => ((rows.get(row) ?? 0) & bit) !== 0);
    },
    add(id) {
      const [row, bit] = placeOf(id);
      const [fresh] = parts;
      if (!fresh) return;
      const taken = fresh.rows.get(row) ?? 0;
      if ((taken & bit) !== 0) return;
      fresh.rows.set(row, taken | bit);
      fresh.count += 1;
      if (fresh.count >= atLeast / PARTS) parts = [newPart(), ...parts.slice(0, PARTS)];
    },
  };
}

/** Sources number what they tell of: of up to 32 neighbours one row is kept, with a bit for each. */
interface Part {
  rows: Map<string, number>;
  count: number;
}

function newPart(): Part {
  return { rows: new Map(), count: 0 };
}

const BITS = 5;

/** Seven digits at most, so that no number is written in two ways. */
const NUMBERED = /(?<!\d)(?:0|[1-9]\d{0,6})$/;

function placeOf(id: string): [row: string, bit: number] {
  const number = NUMBERED.exec(id)?.[0];
  if (number === undefined) return [`=${id}`, 1];
  const nth = Number(number);
  return [`${id.slice(0, id.length - number.length)}#${nth >> BITS}`, 1 << (nth & ((1 << BITS) - 1))];
}
