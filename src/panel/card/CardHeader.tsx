import type { Card } from "../../core/card.js";
import { clockTime, words } from "../words.js";
import { Badges } from "./Badges.js";
import { brokeWords } from "./broke-words.js";
import { bodyId, headerId } from "./ids.js";
import { SeverityIcon } from "./SeverityIcon.js";

interface CardHeaderProps {
  card: Card;
  isOpen: boolean;
  onToggle: () => void;
}

/** A card in two lines: the cause, then where and what was seen. Hook: `data-card-header`. */
export function CardHeader({ card, isOpen, onToggle }: CardHeaderProps) {
  const { id, causes, phase, endpoint, protocol, occurrences, lastAt, severity } = card;
  return (
    <h2 class="card-heading">
      <button
        type="button"
        id={headerId(id)}
        class="card-header"
        aria-expanded={isOpen}
        aria-controls={isOpen ? bodyId(id) : undefined}
        onClick={onToggle}
        data-card-header
      >
        <SeverityIcon severity={severity} />
        <span class="card-title">{causes[0]?.title ?? words.unexplained(phase)}</span>
        <span class="card-when">
          {occurrences > 1 && (
            <span class="occurrences">
              <span aria-hidden="true">{words.occurrences(occurrences)}</span>
              <span class="off-screen">{words.occurrencesSpoken(occurrences)}</span>
            </span>
          )}
          <time dateTime={new Date(lastAt).toISOString()}>{clockTime(lastAt)}</time>
        </span>
        <span class="card-line">
          <Badges card={card} />
          <span class="endpoint" title={endpoint}>
            {endpoint}
          </span>
          <span class="card-place">
            {words.protocol[protocol]} · {brokeWords(card)}
          </span>
        </span>
      </button>
    </h2>
  );
}
