import type { Card } from "../../core/card.js";
import { FACETS } from "../facets.js";
import { toggle, WITHIN_MINUTES } from "../filters.js";
import { Select } from "../Select.js";
import { SORTS } from "../sorting.js";
import type { View } from "../state/view.js";
import { words } from "../words.js";
import { FacetChips } from "./FacetChips.js";

interface FiltersProps {
  cards: readonly Card[];
  view: View;
  onView: (change: Partial<View>) => void;
  /** Where the panel is narrow they are shown on demand. */
  isOpen: boolean;
}

/** The order of the cards, and which are shown. */
export function Filters({ cards, view: { filter, sort }, onView, isOpen }: FiltersProps) {
  return (
    <div class="facets" data-open={isOpen}>
      {cards.length > 1 && (
        <>
          <Select
            label={words.sort.label}
            value={sort}
            options={SORTS.map((each) => [each, words.sort[each]])}
            onChoose={(chosen) => onView({ sort: chosen })}
            testId="sort"
          />
          <Select
            label={words.within.label}
            value={String(filter.withinMinutes ?? "")}
            options={["", ...WITHIN_MINUTES.map(String)].map((each) => [each, words.within.minutes(Number(each))])}
            onChoose={(chosen) => onView({ filter: { ...filter, withinMinutes: Number(chosen) || null } })}
            testId="within"
          />
        </>
      )}
      {FACETS.map((facet) => (
        <FacetChips
          key={facet}
          facet={facet}
          cards={cards}
          filter={filter}
          onToggle={(value) => onView({ filter: toggle(filter, facet, value) })}
        />
      ))}
    </div>
  );
}
