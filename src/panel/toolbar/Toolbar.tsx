import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { Card } from "../../core/card.js";
import { isFiltering } from "../filters.js";
import type { View } from "../state/view.js";
import { words } from "../words.js";
import { Actions, type ActionsProps } from "./Actions.js";
import { Filters } from "./Filters.js";

interface ToolbarProps extends ActionsProps {
  cards: readonly Card[];
  view: View;
  onView: (change: Partial<View>) => void;
  searchRef: RefObject<HTMLInputElement | null>;
  /** Cards that pass the filter. */
  shown: number;
  /** Null where nothing goes on that could be paused. */
  isPaused: boolean | null;
  onPause: (on: boolean) => void;
}

/** Above the cards: recording, search, actions and filters. */
export function Toolbar(props: ToolbarProps) {
  const { cards, view, onView, isPaused } = props;
  const { filter } = view;
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="toolbar" aria-label={words.toolbar}>
      <div class="toolbar-row">
        {isPaused !== null && <RecordButton isPaused={isPaused} onPause={props.onPause} />}
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
        <Actions {...props} />
      </div>
      <Filters cards={cards} view={view} onView={onView} isOpen={isOpen} />
    </section>
  );
}

interface RecordButtonProps {
  isPaused: boolean;
  onPause: (on: boolean) => void;
}

function RecordButton({ isPaused, onPause }: RecordButtonProps) {
  return (
    <button
      type="button"
      class="record"
      aria-pressed={!isPaused}
      title={isPaused ? words.resumeHint : words.pauseHint}
      onClick={() => onPause(!isPaused)}
      data-testid="record"
    >
      <span class="record-mark" aria-hidden="true" />
      {isPaused ? words.paused : words.recording}
    </button>
  );
}
