import type { Card } from "../core/card.js";
import { withPlainLabels } from "../core/token.js";
import { codesOf, PROTOCOL_NAMES, times } from "./words.js";

/** The table at the head of a card; `literal` marks what is to be read to the letter. */
export function cardFields(card: Card, literal: (text: string) => string = (text) => text): [string, string][] {
  const observed: [string, string][] = [
    ["Endpoint", withPlainLabels(card.endpoint)],
    ...(card.request ? [["Request", card.request.text] as [string, string]] : []),
    ...codesOf(card),
    ...(card.files ? [["In", card.files.join(", ")] as [string, string]] : []),
  ];
  return [
    ["Protocol", PROTOCOL_NAMES[card.protocol]],
    ...observed.map(([name, value]) => [name, literal(value)] as [string, string]),
    ["Severity", card.severity],
    ["Seen", `${times(card.occurrences)}, ${moment(card.firstAt)} to ${moment(card.lastAt)}`],
  ];
}

function moment(at: number): string {
  return new Date(at).toISOString();
}
