import type { Card } from "../../core/card.js";
import { CompareCard } from "../compare/Comparing.js";
import { Markdown } from "../Markdown.js";
import { clockTime, words } from "../words.js";
import { AskAgain } from "./AskAgain.js";
import { BrokenRequest } from "./BrokenRequest.js";
import { Decider } from "./Decider.js";
import { EvidenceList } from "./EvidenceList.js";
import { FixTabs } from "./FixTabs.js";
import { OtherCauses } from "./OtherCauses.js";
import { References } from "./References.js";
import { Reproduce } from "./Reproduce.js";
import { RuledOut } from "./RuledOut.js";
import { Steps } from "./Steps.js";
import { TicketButton } from "./TicketButton.js";

interface CardBodyProps {
  card: Card;
  onShow: (events: readonly string[]) => void;
}

/** In the order in which a tired developer asks: what is it, where, why do you think so – and what do I do. */
export function CardBody({ card, onShow }: CardBodyProps) {
  const [best, ...others] = card.causes;
  return (
    <>
      <div class="explanation">{best ? <Markdown text={best.explanation} /> : <p>{words.nothingFits}</p>}</div>
      {card.occurrences > 1 && (
        <p class="muted">{words.between(card.occurrences, clockTime(card.firstAt), clockTime(card.lastAt))}</p>
      )}
      <div class="card-actions">
        <TicketButton card={card} />
        <CompareCard card={card.id} />
      </div>
      <div class="columns">
        <div class="column">
          <Steps steps={card.steps} phase={card.phase} />
          <BrokenRequest card={card} onShow={onShow} />
          {best && <EvidenceList cause={best} onShow={onShow} />}
          <Decider card={card} />
          <AskAgain exchange={card.request?.events[0]} />
        </div>
        <div class="column">
          {best && <FixTabs fixes={best.fixes} />}
          {best && <Reproduce reproduce={best.reproduce} />}
          {best && <References link={best.link} page={best.page} />}
          {!best && <p>{words.nothingFitsAsk}</p>}
        </div>
      </div>
      <OtherCauses causes={others} onShow={onShow} />
      <RuledOut ruledOut={card.ruledOut} />
    </>
  );
}
