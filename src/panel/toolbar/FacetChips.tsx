import { useState } from "preact/hooks";
import type { Card } from "../../core/card.js";
import type { Phase, ProtocolName } from "../../core/connection.js";
import type { Facet } from "../facets.js";
import { type Chip, chipsOf, type Filter, mostFrequent } from "../filters.js";
import { closeMeaning, engineIoMeaning, phaseWords, statusMeaning, words } from "../words.js";

interface FacetChipsProps {
  facet: Facet;
  cards: readonly Card[];
  filter: Filter;
  onToggle: (value: string) => void;
}

/** Hooks: each chip has `data-facet` (status, engineIoCode, closeCode, protocol, phase, host) and `data-value`. */
export function FacetChips({ facet, cards, filter, onToggle }: FacetChipsProps) {
  const [isWhole, setWhole] = useState(false);
  const all = chipsOf(cards, facet, filter);
  const chips = isWhole ? all : mostFrequent(all);
  if (all.length === 0) return null;
  return (
    <fieldset class="facet">
      <legend>{words.facet[facet]}</legend>
      {chips.map((chip) => (
        <button
          type="button"
          key={chip.value}
          class="chip"
          aria-pressed={chip.isChosen}
          title={meaning(facet, chip) ?? undefined}
          onClick={() => onToggle(chip.value)}
          data-facet={facet}
          data-value={chip.value}
        >
          {said(facet, chip.value)} <span class="chip-count">{chip.count}</span>
        </button>
      ))}
      {(isWhole || chips.length < all.length) && (
        <button
          type="button"
          class="link"
          aria-expanded={isWhole}
          onClick={() => setWhole(!isWhole)}
          data-more-of={facet}
        >
          {isWhole ? words.fewerChips : words.moreChips(all.length - chips.length)}
        </button>
      )}
    </fieldset>
  );
}

function said(facet: Facet, value: string): string {
  if (facet === "protocol") return words.protocol[value as ProtocolName];
  return facet === "phase" ? phaseWords[value as Phase] : value;
}

function meaning(facet: Facet, { value }: Chip): string | null {
  if (facet === "status") return statusMeaning(Number(value));
  if (facet === "engineIoCode") return engineIoMeaning(Number(value));
  return facet === "closeCode" ? closeMeaning(Number(value)) : null;
}
