import { useEffect, useRef } from "preact/hooks";
import { ConnectionView } from "../connection/ConnectionView.js";
import type { LookUp, Witness } from "../witness.js";
import { words } from "../words.js";
import { CloseView } from "./CloseView.js";
import { ExchangeView } from "./ExchangeView.js";
import { FrameView } from "./FrameView.js";
import { SaidView } from "./SaidView.js";

interface DetailsPaneProps {
  events: readonly string[];
  lookUp: LookUp;
  onShow: (events: readonly string[]) => void;
  /** Null where nothing was shown before. */
  onBack: (() => void) | null;
  onClose: () => void;
}

/** What one evidence line is tied to. Hooks: `data-testid="details"`, and `data-witness` (the event's id) on each. */
export function DetailsPane({ events, lookUp, onShow, onBack, onClose }: DetailsPaneProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [events]);
  return (
    <aside class="details" aria-labelledby="details-title" data-testid="details">
      <div class="details-bar">
        <h2 id="details-title" ref={title} tabIndex={-1}>
          {words.details}
        </h2>
        {onBack && (
          <button type="button" onClick={onBack} data-testid="back">
            {words.connection.back}
          </button>
        )}
        <button type="button" title={words.closeHint} onClick={onClose} data-testid="close-details">
          {words.close}
        </button>
      </div>
      <div class="details-body">
        {events.map((id) => (
          <article key={id} data-witness={id}>
            <WitnessView witness={lookUp(id)} onShow={onShow} />
          </article>
        ))}
        <p class="muted">{words.asRecorded}</p>
      </div>
    </aside>
  );
}

function WitnessView({ witness, onShow }: { witness: Witness | null } & Pick<DetailsPaneProps, "onShow">) {
  switch (witness?.kind) {
    case undefined:
      return <p>{words.gone}</p>;
    case "exchange":
      return <ExchangeView exchange={witness.exchange} frames={witness.frames} close={witness.close} />;
    case "frame":
      return <FrameView frame={witness.frame} exchange={witness.exchange} />;
    case "close":
      return <CloseView close={witness.close} exchange={witness.exchange} />;
    case "connection":
      return <ConnectionView story={witness} onShow={onShow} />;
    case "said":
      return <SaidView said={witness.said} />;
  }
}
