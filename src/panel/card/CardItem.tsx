import type { Card } from "../../core/card.js";
import { CardBody } from "./CardBody.js";
import { CardHeader } from "./CardHeader.js";
import { bodyId, headerId } from "./ids.js";
import type { Strikes } from "./occurrences.js";

interface CardItemProps {
  card: Card;
  strikes: Strikes | undefined;
  isOpen: boolean;
  onToggle: () => void;
  onShow: (events: readonly string[]) => void;
}

/**
 * Hooks for tests, on the `<li>`: `data-card` (id), `data-cause` (slug of the best cause, "unexplained" without one),
 * `data-confidence` ("none" without a cause), `data-phase`, `data-protocol`, `data-severity`, `data-occurrences`;
 * `data-status`, `data-engineio-code`, `data-close-code` and `data-net-error` are absent where nothing was observed.
 */
export function CardItem({ card, strikes, isOpen, onToggle, onShow }: CardItemProps) {
  const [best] = card.causes;
  return (
    <li
      class="card"
      data-card={card.id}
      data-cause={best?.cause ?? "unexplained"}
      data-confidence={best?.confidence ?? "none"}
      data-phase={card.phase}
      data-protocol={card.protocol}
      data-severity={card.severity}
      data-occurrences={card.occurrences}
      data-status={card.status ?? undefined}
      data-engineio-code={card.engineIoCode ?? undefined}
      data-close-code={card.closeCode ?? undefined}
      data-net-error={card.netError ?? undefined}
    >
      <CardHeader card={card} strikes={strikes} isOpen={isOpen} onToggle={onToggle} />
      {isOpen && (
        <section id={bodyId(card.id)} class="card-body" aria-labelledby={headerId(card.id)}>
          <CardBody card={card} onShow={onShow} />
        </section>
      )}
    </li>
  );
}
