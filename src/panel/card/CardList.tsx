import type { TargetedKeyboardEvent } from "preact";
import type { Card } from "../../core/card.js";
import { nextPlace } from "../move-focus.js";
import type { OpenCards } from "../use-open-cards.js";
import { CardItem } from "./CardItem.js";
import type { Strikes } from "./occurrences.js";

interface CardListProps {
  cards: readonly Card[];
  strikes: ReadonlyMap<string, Strikes>;
  open: OpenCards;
  onShow: (events: readonly string[]) => void;
}

export function CardList({ cards, strikes, open, onShow }: CardListProps) {
  return (
    <ul class="card-list" onKeyDown={moveFocus}>
      {cards.map((card) => (
        <CardItem
          key={card.id}
          card={card}
          strikes={strikes.get(card.id)}
          isOpen={open.has(card.id)}
          onToggle={() => open.toggle(card.id)}
          onShow={onShow}
        />
      ))}
    </ul>
  );
}

/** Only from header to header: inside an open card the arrow keys belong to tabs and scrolling. */
function moveFocus(event: TargetedKeyboardEvent<HTMLUListElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
  const headers = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-card-header]")];
  const place = headers.indexOf(event.target);
  const next = place < 0 ? null : nextPlace(event.key, place, headers.length);
  if (next === null) return;
  event.preventDefault();
  headers[next]?.focus();
}
