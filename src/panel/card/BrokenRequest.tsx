import type { Card } from "../../core/card.js";
import { closeMeaning, engineIoMeaning, statusMeaning, words } from "../words.js";
import { EvidenceLine } from "./EvidenceLine.js";
import { Part } from "./Part.js";

interface BrokenRequestProps {
  card: Card;
  onShow: (events: readonly string[]) => void;
}

/** The request in a line, or at least the endpoint where that is known; and what its codes mean. */
export function BrokenRequest({ card, onShow }: BrokenRequestProps) {
  const line = card.request ?? { text: card.endpoint, events: [] };
  if (!line.text) return null; // a text need not name any address
  return (
    <Part name="request" title={card.request ? words.request : words.column.endpoint}>
      <ul class="evidence">
        <EvidenceLine evidence={line} onShow={onShow} isCode />
        {meaningsOf(card).map((text) => (
          <li key={text} class="muted meaning">
            {text}
          </li>
        ))}
      </ul>
    </Part>
  );
}

function meaningsOf({ status, engineIoCode, closeCode }: Card): string[] {
  const said = (label: string, means: string | null) => (means ? [`${label}: ${means}`] : []);
  return [
    ...(status === null ? [] : said(words.statusBadge(status), statusMeaning(status))),
    ...(engineIoCode === null ? [] : said(words.engineIoBadge(engineIoCode), engineIoMeaning(engineIoCode))),
    ...(closeCode === null ? [] : said(words.closeBadge(closeCode), closeMeaning(closeCode))),
  ];
}
