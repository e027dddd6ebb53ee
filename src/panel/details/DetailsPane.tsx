import { useEffect, useRef } from "preact/hooks";
import type { LookUp, Witness } from "../witness.js";
import { words } from "../words.js";
import { CloseView } from "./CloseView.js";
import { ExchangeView } from "./ExchangeView.js";
import { FrameView } from "./FrameView.js";
import { SaidView } from "./SaidView.js";

interface DetailsPaneProps {
  events: readonly string[];
  lookUp: LookUp;
  onClose: () => void;
}

/** What one evidence line is tied to. Hooks: `data-testid="details"`, and `data-witness` (the event's id) on each. */
export function DetailsPane({ events, lookUp, onClose }: DetailsPaneProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [events]);
  return (
    <aside class="details" aria-labelledby="details-title" data-testid="details">
      <div class="details-bar">
        <h2 id="details-title" ref={title} tabIndex={-1}>
          {words.details}
        </h2>
        <button type="button" title={words.closeHint} onClick={onClose} data-testid="close-details">
          {words.close}
        </button>
      </div>
      <div class="details-body">
        {events.map((id) => (
          <article key={id} data-witness={id}>
            <WitnessView witness={lookUp(id)} />
          </article>
        ))}
        <p class="muted">{words.asRecorded}</p>
      </div>
    </aside>
  );
}

function WitnessView({ witness }: { witness: Witness | null }) {
  switch (witness?.kind) {
    case undefined:
      return <p>{words.gone}</p>;
    case "exchange":
      return <ExchangeView exchange={witness.exchange} frames={witness.frames} close={witness.close} />;
    case "frame":
      return <FrameView frame={witness.frame} exchange={witness.exchange} />;
    case "close":
      return <CloseView close={witness.close} exchange={witness.exchange} />;
    case "said":
      return <SaidView said={witness.said} />;
  }
}
