import type { Card } from "../../core/card.js";
import { closeMeaning, engineIoMeaning, statusMeaning, words } from "../words.js";
import { ConfidenceBadge } from "./ConfidenceBadge.js";

/** What people search for: the status, the codes, the browser's word; and how sure we are. */
export function Badges({ card }: { card: Card }) {
  const { status, engineIoCode, closeCode, netError, causes } = card;
  const [best] = causes;
  return (
    <span class="badges">
      {best && <ConfidenceBadge confidence={best.confidence} />}
      {status !== null && <Badge text={words.statusBadge(status)} means={statusMeaning(status)} />}
      {engineIoCode !== null && (
        <Badge text={words.engineIoBadge(engineIoCode)} means={engineIoMeaning(engineIoCode)} />
      )}
      {closeCode !== null && <Badge text={words.closeBadge(closeCode)} means={closeMeaning(closeCode)} />}
      {netError && <Badge text={netError} means={null} />}
    </span>
  );
}

function Badge({ text, means }: { text: string; means: string | null }) {
  return (
    <span class="badge" title={means ?? undefined}>
      {text}
    </span>
  );
}
