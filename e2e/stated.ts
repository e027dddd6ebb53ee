import type { ExpectedCard } from "./lab/scenario.js";

/** What a panel or a report says of a card; of the causes only the best counts. */
export interface FoundCard {
  cause: string;
  confidence: string;
  protocol: string;
  phase: string;
  status: number | null;
  engineIoCode: number | null;
  closeCode: number | null;
  netError: string | null;
}

/** Where the cards that were found are other than stated; empty where they are exactly those. */
export function otherThanStated(found: readonly FoundCard[], stated: readonly ExpectedCard[]): string[] {
  const left = [...found];
  const problems: string[] = [];
  for (const expected of stated) {
    const place = left.findIndex((card) => fits(card, expected));
    if (place < 0) problems.push(`missing: ${JSON.stringify(expected)}`);
    else left.splice(place, 1);
  }
  for (const { cause, confidence, phase, status, engineIoCode, closeCode, netError } of left) {
    const told = { cause, confidence, phase, status, engineIoCode, closeCode, netError };
    problems.push(`not expected: ${JSON.stringify(told)}`);
  }
  return problems;
}

function fits(card: FoundCard, expected: ExpectedCard): boolean {
  return Object.entries(expected).every(([field, value]) => card[field as keyof FoundCard] === value);
}

/** A card of a report, as the panel would show it. */
export function foundIn(card: Omit<FoundCard, "cause" | "confidence"> & { causes: readonly Best[] }): FoundCard {
  const { protocol, phase, status, engineIoCode, closeCode, netError } = card;
  const best = card.causes[0] ?? { cause: "none", confidence: "none" };
  return { ...best, protocol, phase, status, engineIoCode, closeCode, netError };
}

type Best = Pick<FoundCard, "cause" | "confidence">;

export function isHealthy({ state }: { state: string }): boolean {
  return state === "open" || state === "closed";
}
