import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { words } from "../words.js";

/** What a card needs to set one of its connections beside one that works. */
export interface Comparing {
  pairFor(card: string): readonly [string, string] | null;
  compare(one: string, other: string): void;
}

export const Comparing = createContext<Comparing>({ pairFor: () => null, compare: () => undefined });

/** Hook: `data-testid="compare-card"`. Nothing where no connection to the same endpoint works. */
export function CompareCard({ card }: { card: string }) {
  const { pairFor, compare } = useContext(Comparing);
  const pair = pairFor(card);
  if (!pair) return null;
  return (
    <button type="button" onClick={() => compare(...pair)} data-testid="compare-card">
      {words.compare.withWell}
    </button>
  );
}
