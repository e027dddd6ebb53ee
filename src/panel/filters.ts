import type { Card } from "../core/card.js";
import { words } from "./words.js";

/** What cards are filtered by, besides free text. */
export const FACETS = ["status", "engineIoCode", "closeCode", "protocol"] as const;

export type Facet = (typeof FACETS)[number];

/** A card's value as a chip carries it: "404", "signalr". */
export type FacetValue = string;

export interface Filter {
  text: string;
  /** A facet without a chosen value lets everything through. */
  chosen: Readonly<Record<Facet, readonly FacetValue[]>>;
}

export interface Chip {
  value: FacetValue;
  /** Cards that carry it. */
  count: number;
  isChosen: boolean;
}

export const NO_FILTER: Filter = { text: "", chosen: { status: [], engineIoCode: [], closeCode: [], protocol: [] } };

export function isFiltering({ text, chosen }: Filter): boolean {
  return text.trim() !== "" || FACETS.some((facet) => chosen[facet].length > 0);
}

/** All words of the text, and one of the chosen values of every facet. */
export function passes(card: Card, { text, chosen }: Filter): boolean {
  const fits = (facet: Facet) => chosen[facet].length === 0 || chosen[facet].includes(facetValue(card, facet) ?? "");
  if (!FACETS.every(fits)) return false;
  const haystack = searchText(card);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => haystack.includes(word));
}

/** The values that the cards carry, in order; a chosen value stays although its last card has gone. */
export function chipsOf(cards: readonly Card[], facet: Facet, { chosen }: Filter): Chip[] {
  const counts = new Map<FacetValue, number>(chosen[facet].map((value) => [value, 0]));
  for (const card of cards) {
    const value = facetValue(card, facet);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, isChosen: chosen[facet].includes(value) }))
    .sort((one, other) => Number(one.value) - Number(other.value) || one.value.localeCompare(other.value));
}

export function toggle(filter: Filter, facet: Facet, value: FacetValue): Filter {
  const before = filter.chosen[facet];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...filter, chosen: { ...filter.chosen, [facet]: after } };
}

function facetValue(card: Card, facet: Facet): FacetValue | null {
  const value = card[facet];
  return value === null ? null : String(value);
}

function searchText(card: Card): string {
  const [best] = card.causes;
  const { endpoint, phase, protocol, status, closeCode, netError, request } = card;
  const named = [best?.title, best?.cause, words.protocol[protocol], request?.text];
  return [...named, endpoint, phase, status, closeCode, netError].join(" ").toLowerCase();
}
