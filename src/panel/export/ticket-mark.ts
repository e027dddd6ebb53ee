import type { Card } from "../../core/card.js";

/** By what a card is known again once its traffic was redacted: its name and address may be others then. */
export interface CardMark {
  /** The request that broke; null where a text names none. */
  exchange: string | null;
  /** Among all cards, the newest first. */
  place: number;
}

export function markOf(card: Card, cards: readonly Card[]): CardMark {
  return { exchange: card.request?.events[0] ?? null, place: cards.findIndex(({ id }) => id === card.id) };
}
