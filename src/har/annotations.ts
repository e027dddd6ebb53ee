import type { Analysis } from "../core/analysis.js";
import type { Card } from "../core/card.js";
import { type Exchange, isFailure } from "../core/exchange.js";

/** What a finding says about one entry of the HAR; `comment` is for the viewers that show it. */
export interface Annotation {
  comment?: string;
  _handshakeTriage: { connection: string; card: string; cause: string | null; confidence: string | null };
}

const ASKED_AGAIN =
  "Handshake Triage: asked again by the user, over plain HTTP and without the id of a session; no attempt of the page's";

/** Annotates entry by entry; null where the entry's connection is on no card. */
export function annotator(
  analysis: Analysis,
): (connection: string | null, exchange: Exchange) => Partial<Annotation> | null {
  const cards = new Map(analysis.cards.map((card) => [card.id, card]));
  const cardOf = new Map(analysis.connections.map(({ id, card }) => [id, card]));
  return (connection, exchange) => {
    if (connection === null) return { comment: ASKED_AGAIN };
    const card = cards.get(cardOf.get(connection) ?? "");
    return card ? annotationOf(card, connection, exchange) : null;
  };
}

function annotationOf(card: Card, connection: string, exchange: Exchange): Annotation {
  const [best] = card.causes;
  const finding = { connection, card: card.id, cause: best?.cause ?? null, confidence: best?.confidence ?? null };
  const isTelling = isFailure(exchange) || card.request?.events.includes(exchange.id);
  return { ...(isTelling ? { comment: commentOn(card) } : {}), _handshakeTriage: finding };
}

function commentOn({ causes: [best], phase }: Card): string {
  return best
    ? `Handshake Triage: ${best.title} (${best.confidence})`
    : `Handshake Triage: broke at ${phase}, cause unknown`;
}
