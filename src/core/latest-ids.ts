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
  let parts = [new Set<string>()];
  return {
    has: (id) => parts.some((part) => part.has(id)),
    add(id) {
      const [fresh] = parts;
      fresh?.add(id);
      if (fresh && fresh.size >= atLeast / PARTS) parts = [new Set<string>(), ...parts.slice(0, PARTS)];
    },
  };
}
