import type { Card } from "../../core/card.js";
import type { Knowledge } from "../../core/knowledge.js";
import type { TrafficEvent } from "../../core/traffic.js";
import { makeSafe, newSalt } from "../../har/export.js";
import { toMarkdown } from "../../report/markdown.js";
import { words } from "../words.js";
import type { ExportChoice } from "./choice.js";
import { redactionOf } from "./redaction.js";
import type { CardMark } from "./ticket-mark.js";

interface Given {
  events: readonly TrafficEvent[];
  knowledge: Knowledge;
  version: string;
}

/** One card as a comment, of the redacted traffic. Throws when a secret is still in it. */
export function makeTicket(choice: ExportChoice, mark: CardMark, { events, knowledge, version }: Given): string {
  const safe = makeSafe([events], knowledge, redactionOf(choice, newSalt()));
  const analysis = safe.recordings[0]?.analysis;
  const card = analysis && cardOf(mark, analysis.cards);
  if (!card) throw new Error(words.fault.cardGone);
  const text = toMarkdown({ ...analysis, cards: [card], benign: [] }, { version, flavour: choice.flavour });
  safe.check(text);
  return text;
}

function cardOf({ exchange, place }: CardMark, cards: readonly Card[]): Card | undefined {
  const same = exchange === null ? undefined : cards.find(({ request }) => request?.events[0] === exchange);
  return same ?? cards[place];
}
