import { useEffect, useState } from "preact/hooks";
import type { Card } from "../core/card.js";
import type { Asking } from "./card/AskAgain.js";

/** The answer to a question may make another cause of it, and that is another card: it opens where the first one stood. */
export function useAskingHere(asking: Asking, cards: readonly Card[], reveal: (id: string) => void): Asking {
  const [asked, setAsked] = useState<{ exchange: string; card: string } | null>(null);
  const answered = asked && cards.find(({ id, request }) => id !== asked.card && request?.events[0] === asked.exchange);
  useEffect(() => {
    if (!answered) return;
    setAsked(null);
    reveal(answered.id);
  }, [answered?.id]);
  return {
    urlFor: asking.urlFor,
    ask(exchange) {
      const card = cards.find(({ request }) => request?.events[0] === exchange);
      if (card) setAsked({ exchange, card: card.id });
      asking.ask(exchange);
    },
  };
}
