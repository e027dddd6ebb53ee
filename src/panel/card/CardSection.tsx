import { useMemo, useState } from "preact/hooks";
import type { Analysis } from "../../core/analysis.js";
import type { Card } from "../../core/card.js";
import type { OpenCards } from "../use-open-cards.js";
import { words } from "../words.js";
import { AllWell, type Nothing } from "./AllWell.js";
import { BenignList } from "./BenignList.js";
import { CardList } from "./CardList.js";
import { strikesOf } from "./occurrences.js";

interface CardSectionProps {
  analysis: Analysis;
  /** The cards that pass the filter. */
  shown: readonly Card[];
  isFiltered: boolean;
  onUnfilter: () => void;
  open: OpenCards;
  onShow: (events: readonly string[]) => void;
  nothing: Nothing;
}

/** More cards than anybody reads come by the page. */
const PAGE = 200;

/** The cards, or why there are none. */
export function CardSection({ analysis, shown, isFiltered, onUnfilter, open, onShow, nothing }: CardSectionProps) {
  const [count, setCount] = useState(PAGE);
  const strikes = useMemo(() => strikesOf(analysis.connections), [analysis]);
  if (analysis.cards.length === 0) return <AllWell analysis={analysis} nothing={nothing} />;
  return (
    <section aria-label={words.cards} class="cards">
      {shown.length > 0 && <CardList cards={shown.slice(0, count)} strikes={strikes} open={open} onShow={onShow} />}
      {shown.length > count && (
        <p class="muted more">
          {words.firstCards(count, shown.length)}{" "}
          <button type="button" class="link" onClick={() => setCount(count + PAGE)}>
            {words.showMore(Math.min(PAGE, shown.length - count))}
          </button>
        </p>
      )}
      {shown.length === 0 && isFiltered && (
        <p class="none-match">
          {words.noneMatch}{" "}
          <button type="button" class="link" onClick={onUnfilter}>
            {words.clearFilter}
          </button>
        </p>
      )}
      <BenignList benign={analysis.benign} />
    </section>
  );
}
