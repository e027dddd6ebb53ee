import type { Card } from "../core/card.js";
import { PHASES } from "../core/connection.js";

type Order = (one: Card, other: Card) => number;

const CONFIDENCES = ["possible", "likely", "confirmed"];
const sureness = ({ causes: [best] }: Card) => (best ? CONFIDENCES.indexOf(best.confidence) + 1 + best.score / 2 : 0);
const gravity = ({ severity }: Card) => (severity === "error" ? 1 : 0);

/** The smaller first; a card without the value comes last. */
function byNumber(numberOf: (card: Card) => number | null): Order {
  const rank = (card: Card) => numberOf(card) ?? Number.MAX_SAFE_INTEGER;
  return (one, other) => rank(one) - rank(other);
}

/** In which orders cards can be looked at. */
const ORDERS = {
  newest: (one, other) => other.lastAt - one.lastAt,
  oldest: (one, other) => one.firstAt - other.firstAt,
  often: (one, other) => other.occurrences - one.occurrences,
  gravest: (one, other) => gravity(other) - gravity(one),
  surest: (one, other) => sureness(other) - sureness(one),
  status: byNumber(({ status }) => status),
  engineIoCode: byNumber(({ engineIoCode }) => engineIoCode),
  closeCode: byNumber(({ closeCode }) => closeCode),
  protocol: (one, other) => one.protocol.localeCompare(other.protocol),
  phase: byNumber(({ phase }) => PHASES.indexOf(phase)),
  endpoint: (one, other) => one.endpoint.localeCompare(other.endpoint),
} satisfies Record<string, Order>;

export type Sort = keyof typeof ORDERS;

export const SORTS = Object.keys(ORDERS) as Sort[];

export function isSort(value: unknown): value is Sort {
  return typeof value === "string" && Object.hasOwn(ORDERS, value);
}

/** Where two are alike, the newer comes first. */
export function sorted(cards: readonly Card[], sort: Sort): Card[] {
  return [...cards].sort((one, other) => ORDERS[sort](one, other) || ORDERS.newest(one, other));
}
