import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Card } from "../../core/card.js";
import { InlineMarkdown } from "../Markdown.js";
import { words } from "../words.js";
import { Part } from "./Part.js";

/** Gives what makes a card's observation; null where that is not possible here. */
export type Deciding = (card: Card) => (() => void) | null;
export const Deciding = createContext<Deciding>(() => null);

/** The one observation that would settle which cause it is. Hook: `data-testid="decide-by"` on the button that makes it. */
export function Decider({ card }: { card: Card }) {
  const decide = useContext(Deciding)(card);
  if (card.wouldDecide === null) return null;
  return (
    <Part name="decide" title={words.decide}>
      <p class="decide">
        <InlineMarkdown text={card.wouldDecide} />
      </p>
      {decide && card.decidedBy && (
        <p class="ask">
          <button type="button" title={words.decideHint[card.decidedBy]} onClick={decide} data-testid="decide-by">
            {words.decideBy[card.decidedBy]}
          </button>
        </p>
      )}
    </Part>
  );
}
