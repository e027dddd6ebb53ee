import type { RefObject } from "preact";
import type { Card } from "../core/card.js";
import type { Background } from "./background/state.js";
import { FacetChips } from "./FacetChips.js";
import { FACETS, type Filter, isFiltering, toggle } from "./filters.js";
import { words } from "./words.js";

interface ToolbarProps {
  cards: readonly Card[];
  filter: Filter;
  onFilter: (filter: Filter) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** Cards that pass the filter. */
  shown: number;
  /** Nothing recorded, so nothing to export. */
  isEmpty: boolean;
  background: Background;
  onBackground: () => void;
  onExport: (format: "har" | "markdown") => void;
  onExportAs: () => void;
  onClear: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const {
    cards,
    filter,
    onFilter,
    searchRef,
    shown,
    isEmpty,
    background,
    onBackground,
    onExport,
    onExportAs,
    onClear,
  } = props;
  return (
    <header class="toolbar">
      <div class="toolbar-row">
        <input
          ref={searchRef}
          type="search"
          class="search"
          value={filter.text}
          placeholder={words.filterHint}
          aria-label={words.filter}
          onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })}
          data-testid="filter"
        />
        <span class="matching" role="status">
          {isFiltering(filter) && words.matching(shown, cards.length)}
        </span>
        <span class="actions">
          {background.way !== "none" && (
            <button
              type="button"
              class="background"
              aria-haspopup="dialog"
              title={words.background.buttonHint}
              onClick={onBackground}
              data-testid="background"
              data-on={background.isOn}
            >
              {words.background.button(background.isOn)}
            </button>
          )}
          <button
            type="button"
            disabled={isEmpty}
            title={words.exportHarHint}
            onClick={() => onExport("har")}
            data-testid="export-har"
          >
            {words.exportHar}
          </button>
          <button
            type="button"
            disabled={isEmpty}
            title={words.exportReportHint}
            onClick={() => onExport("markdown")}
            data-testid="export-report"
          >
            {words.exportReport}
          </button>
          <button
            type="button"
            disabled={isEmpty}
            aria-haspopup="dialog"
            title={words.exportAsHint}
            onClick={onExportAs}
            data-testid="export-as"
          >
            {words.exportAs}
          </button>
          <button type="button" disabled={isEmpty} title={words.clearHint} onClick={onClear} data-testid="clear">
            {words.clear}
          </button>
        </span>
      </div>
      <div class="facets">
        {FACETS.map((facet) => (
          <FacetChips
            key={facet}
            facet={facet}
            cards={cards}
            filter={filter}
            onToggle={(value) => onFilter(toggle(filter, facet, value))}
          />
        ))}
      </div>
    </header>
  );
}
