import type { Card } from "../../core/card.js";
import { withPlainLabels } from "../../core/token.js";
import { visible } from "../details/visible.js";
import { clockTime, words } from "../words.js";
import { Badges } from "./Badges.js";
import { brokeWords } from "./broke-words.js";
import { bodyId, headerId } from "./ids.js";
import type { Strikes } from "./occurrences.js";
import { SeverityIcon } from "./SeverityIcon.js";
import { Sparkline } from "./Sparkline.js";

interface CardHeaderProps {
  card: Card;
  strikes: Strikes | undefined;
  isOpen: boolean;
  onToggle: () => void;
}

/** A card in two lines: the cause, then where and what was seen. Hook: `data-card-header`. */
export function CardHeader({ card, strikes, isOpen, onToggle }: CardHeaderProps) {
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
        <span class="card-title">{causes[0]?.title ?? words.unexplained(phase, endpoint)}</span>
        <span class="card-when">
          {occurrences > 1 && strikes && <Sparkline strikes={strikes} />}
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
            {visible(withPlainLabels(endpoint))}
          </span>
          <span class="card-place">
            {words.protocol[protocol]} · {brokeWords(card)}
          </span>
        </span>
      </button>
    </h2>
  );
}
