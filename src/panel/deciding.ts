import type { Card } from "../core/card.js";
import type { DecidedBy } from "../core/decided-by.js";
import type { ConnectionSummary } from "../core/summaries.js";
import type { Deciding } from "./card/Decider.js";

/** What can be done about a card in the recording that is shown; null where it cannot. */
export interface Possible {
  connections: readonly ConnectionSummary[];
  show(events: readonly string[]): void;
  /** Sets a log beside what was recorded of the card's endpoint. */
  joinLog: ((card: Card) => void) | null;
  /** Loads the page anew while it is watched. */
  reload: (() => void) | null;
}

export function decidingBy({ connections, show, joinLog, reload }: Possible): Deciding {
  const ways: Record<DecidedBy, (card: Card) => (() => void) | null> = {
    log: (card) => joinLog && (() => joinLog(card)),
    request: ({ request }) => (request ? () => show(request.events) : null),
    timeline: (card) => {
      const last = connections.findLast((each) => each.card === card.id);
      return last ? () => show([last.id]) : null;
    },
    reload: () => reload,
  };
  return (card) => (card.decidedBy ? ways[card.decidedBy](card) : null);
}
