import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Card } from "../core/card.js";
import type { Background } from "./background/state.js";
import { FacetChips } from "./FacetChips.js";
import { FACETS } from "./facets.js";
import { isFiltering, toggle, WITHIN_MINUTES } from "./filters.js";
import { Select } from "./Select.js";
import { SORTS } from "./sorting.js";
import type { View } from "./state/view.js";
import { ToolButton } from "./ToolButton.js";
import { words } from "./words.js";

interface ToolbarProps {
  cards: readonly Card[];
  view: View;
  onView: (change: Partial<View>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** Cards that pass the filter. */
  shown: number;
  /** Nothing recorded, so nothing to export. */
  isEmpty: boolean;
  /** Null where nothing goes on that could be paused. */
  isPaused: boolean | null;
  onPause: (on: boolean) => void;
  background: Background;
  onBackground: () => void;
  onExport: (format: "har" | "markdown") => void;
  onExportAs: () => void;
  onClear: () => void;
  onSettings: () => void;
  onHelp: () => void;
}

export function Toolbar(props: ToolbarProps) {
  const { cards, view, onView, isEmpty, isPaused, background } = props;
  const { filter, sort } = view;
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="toolbar" aria-label={words.toolbar}>
      <div class="toolbar-row">
        {isPaused !== null && (
          <button
            type="button"
            class="record"
            aria-pressed={!isPaused}
            title={isPaused ? words.resumeHint : words.pauseHint}
            onClick={() => props.onPause(!isPaused)}
            data-testid="record"
          >
            <span class="record-mark" aria-hidden="true" />
            {isPaused ? words.paused : words.recording}
          </button>
        )}
        <input
          ref={props.searchRef}
          type="search"
          class="search"
          value={filter.text}
          placeholder={words.filterHint}
          aria-label={words.filter}
          onInput={(event) => onView({ filter: { ...filter, text: event.currentTarget.value } })}
          data-testid="filter"
        />
        {cards.length > 1 && (
          <button
            type="button"
            class="narrow-only"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            data-testid="filters"
          >
            {words.filters}
          </button>
        )}
        <span class="matching" role="status">
          {isFiltering(filter) && words.matching(props.shown, cards.length)}
        </span>
        <span class="actions">
          {background.way !== "none" && (
            <button
              type="button"
              class="background"
              aria-haspopup="dialog"
              title={words.background.buttonHint}
              onClick={props.onBackground}
              data-testid="background"
              data-on={background.isOn}
            >
              {words.background.button(background.isOn)}
            </button>
          )}
          <ToolButton
            name="export-har"
            disabled={isEmpty}
            hint={words.exportHarHint}
            onClick={() => props.onExport("har")}
          >
            {words.exportHar}
          </ToolButton>
          <ToolButton
            name="export-report"
            disabled={isEmpty}
            hint={words.exportReportHint}
            onClick={() => props.onExport("markdown")}
          >
            {words.exportReport}
          </ToolButton>
          <ToolButton name="export-as" disabled={isEmpty} hint={words.exportAsHint} opens onClick={props.onExportAs}>
            {words.exportAs}
          </ToolButton>
          <ToolButton name="clear" disabled={isEmpty} hint={words.clearHint} onClick={props.onClear}>
            {words.clear}
          </ToolButton>
          <ToolButton name="settings" hint={words.settings.hint} opens onClick={props.onSettings}>
            {words.settings.title}
          </ToolButton>
          <ToolButton name="help" hint={words.help.hint} opens onClick={props.onHelp}>
            <span aria-hidden="true">?</span>
            <span class="off-screen">{words.help.title}</span>
          </ToolButton>
        </span>
      </div>
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
    </section>
  );
}
