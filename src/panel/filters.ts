import type { Card } from "../core/card.js";
import { parseUrl } from "../core/url.js";
import { FACETS, type Facet } from "./facets.js";
import { words } from "./words.js";

/** A card's value as a chip carries it: "404", "signalr". */
export type FacetValue = string;

/** What happened last within so many minutes before the newest card; null is all. */
export const WITHIN_MINUTES = [1, 5, 15, 60] as const;

export interface Filter {
  text: string;
  /** A facet without a chosen value lets everything through. */
  chosen: Readonly<Record<Facet, readonly FacetValue[]>>;
  withinMinutes: number | null;
}

export interface Chip {
  value: FacetValue;
  /** Cards that carry it. */
  count: number;
  isChosen: boolean;
}

export const NO_FILTER: Filter = {
  text: "",
  chosen: { status: [], engineIoCode: [], closeCode: [], protocol: [], phase: [], host: [] },
  withinMinutes: null,
};

export function isFiltering({ text, chosen, withinMinutes }: Filter): boolean {
  return text.trim() !== "" || withinMinutes !== null || FACETS.some((facet) => chosen[facet].length > 0);
}

export function filtered(cards: readonly Card[], filter: Filter): Card[] {
  const newest = cards.reduce((latest, { lastAt }) => Math.max(latest, lastAt), 0);
  const from = filter.withinMinutes === null ? 0 : newest - filter.withinMinutes * 60_000;
  return cards.filter((card) => card.lastAt >= from && passes(card, filter));
}

/** All words of the text, and one of the chosen values of every facet. */
export function passes(card: Card, { text, chosen }: Filter): boolean {
  const fits = (facet: Facet) => chosen[facet].length === 0 || chosen[facet].includes(facetValue(card, facet) ?? "");
  if (!FACETS.every(fits)) return false;
  const haystack = searchText(card);
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => (isCode(word) ? new RegExp(`\\b${word}\\b`).test(haystack) : haystack.includes(word)));
}

/** A status or a close code is a number of its own, and no part of a port or an id. */
function isCode(word: string): boolean {
  return /^\d{3,4}$/.test(word);
}

/** Facets that say something only where cards differ in them. */
const ONLY_TO_TELL_APART: readonly Facet[] = ["phase", "host"];

/** The values that the cards carry, in order; a chosen value stays although its last card has gone. */
export function chipsOf(cards: readonly Card[], facet: Facet, { chosen }: Filter): Chip[] {
  const counts = new Map<FacetValue, number>(chosen[facet].map((value) => [value, 0]));
  for (const card of cards) {
    const value = facetValue(card, facet);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size < 2 && chosen[facet].length === 0 && ONLY_TO_TELL_APART.includes(facet)) return [];
  return [...counts]
    .map(([value, count]) => ({ value, count, isChosen: chosen[facet].includes(value) }))
    .sort((one, other) => Number(one.value) - Number(other.value) || one.value.localeCompare(other.value));
}

/** As many values of one facet as can be taken in at a glance; of hosts there may be dozens. */
const AT_A_GLANCE = 6;

/** The values that most cards carry, and those that are chosen, in the order in which they were. One more is no reason to hide it. */
export function mostFrequent(chips: readonly Chip[]): readonly Chip[] {
  if (chips.length <= AT_A_GLANCE + 1) return chips;
  const often = new Set([...chips].sort((one, other) => other.count - one.count).slice(0, AT_A_GLANCE));
  return chips.filter((chip) => often.has(chip) || chip.isChosen);
}

export function toggle(filter: Filter, facet: Facet, value: FacetValue): Filter {
  const before = filter.chosen[facet];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value];
  return { ...filter, chosen: { ...filter.chosen, [facet]: after } };
}

/** A filter as another panel kept it; what does not fit is left out. */
export function readFilter(stored: unknown): Filter {
  if (typeof stored !== "object" || stored === null) return NO_FILTER;
  const { text, chosen, withinMinutes } = stored as Partial<Record<keyof Filter, unknown>>;
  const given: Record<string, unknown> = typeof chosen === "object" && chosen !== null ? { ...chosen } : {};
  const values = (facet: Facet) => {
    const list = given[facet];
    return Array.isArray(list) ? list.filter((each) => typeof each === "string") : [];
  };
  return {
    text: typeof text === "string" ? text : "",
    chosen: Object.fromEntries(FACETS.map((facet) => [facet, values(facet)])) as Record<Facet, string[]>,
    withinMinutes: WITHIN_MINUTES.find((each) => each === withinMinutes) ?? null,
  };
}

function facetValue(card: Card, facet: Facet): FacetValue | null {
  const value = facet === "host" ? parseUrl(card.endpoint).host : card[facet];
  return value === null || value === "" ? null : String(value);
}

function searchText(card: Card): string {
  const [best] = card.causes;
  const { endpoint, phase, protocol, status, closeCode, netError, request } = card;
  const named = [best?.title, best?.cause, words.protocol[protocol], request?.text];
  return [...named, endpoint, phase, status, closeCode, netError].join(" ").toLowerCase();
}
