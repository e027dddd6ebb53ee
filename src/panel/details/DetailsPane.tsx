import { useEffect, useRef } from "preact/hooks";
import type { ConnectionSummary } from "../../core/summaries.js";
import { rivalsOf } from "../compare/rivals.js";
import { attemptsAround } from "../connection/attempts.js";
import { later } from "../later.js";
import type { Shown } from "../state/view.js";
import type { LookUp } from "../witness.js";
import { words } from "../words.js";
import { CloseView } from "./CloseView.js";
import { ExchangeView } from "./ExchangeView.js";
import { FrameView } from "./FrameView.js";
import { SaidView } from "./SaidView.js";
import { TimelineLink } from "./TimelineLink.js";

const ConnectionView = later(async () => (await import("../connection/ConnectionView.js")).ConnectionView);
const CompareView = later(async () => (await import("../compare/CompareView.js")).CompareView);

interface DetailsPaneProps {
  shown: Shown;
  lookUp: LookUp;
  connections: readonly ConnectionSummary[];
  onGoOn: (shown: Shown) => void;
  /** Null where nothing was shown before. */
  onBack: (() => void) | null;
  onClose: () => void;
}

/** What one evidence line is tied to. Hooks: `data-testid="details"`, and `data-witness` (the event's id) on each. */
export function DetailsPane({ onBack, onClose, ...rest }: DetailsPaneProps) {
  const { shown } = rest;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [shown]);
  return (
    <aside class="details" aria-labelledby="details-title" data-testid="details">
      <div class="details-bar">
        <h2 id="details-title" ref={title} tabIndex={-1}>
          {shown.kind === "compare" ? words.compare.title : words.details}
        </h2>
        <span class="details-actions">
          {onBack && (
            <button type="button" onClick={onBack} data-testid="back">
              {words.connection.back}
            </button>
          )}
          <button type="button" title={words.closeHint} onClick={onClose} data-testid="close-details">
            {words.close}
          </button>
        </span>
      </div>
      <div class="details-body">
        {shown.kind === "compare" ? (
          <Compared {...rest} ids={shown.ids} />
        ) : (
          shown.ids.map((id) => (
            <article key={id} data-witness={id}>
              <WitnessView {...rest} id={id} />
            </article>
          ))
        )}
        <p class="muted">{words.asRecorded}</p>
      </div>
    </aside>
  );
}

type ShowingProps = Pick<DetailsPaneProps, "shown" | "lookUp" | "connections" | "onGoOn">;

function Compared({ ids, lookUp, onGoOn }: ShowingProps & { ids: readonly [string, string] }) {
  const [one, other] = ids.map(lookUp);
  if (one?.kind !== "connection" || other?.kind !== "connection") return <p>{words.gone}</p>;
  return <CompareView one={one} other={other} onShow={(id) => onGoOn({ kind: "events", ids: [id] })} />;
}

function WitnessView({ id, shown, lookUp, connections, onGoOn }: ShowingProps & { id: string }) {
  const witness = lookUp(id);
  const timeline = (connection: string | null) => (
    <TimelineLink connection={connection} onShow={(at) => onGoOn({ kind: "events", ids: [at], mark: id })} />
  );
  switch (witness?.kind) {
    case undefined:
      return <p>{words.gone}</p>;
    case "exchange":
      return (
        <>
          <ExchangeView exchange={witness.exchange} frames={witness.frames} close={witness.close} />
          {timeline(witness.connection)}
        </>
      );
    case "frame":
      return (
        <>
          <FrameView frame={witness.frame} exchange={witness.exchange} />
          {timeline(witness.connection)}
        </>
      );
    case "close":
      return (
        <>
          <CloseView close={witness.close} exchange={witness.exchange} />
          {timeline(witness.connection)}
        </>
      );
    case "connection":
      return (
        <ConnectionView
          story={witness}
          mark={shown.kind === "events" ? (shown.mark ?? null) : null}
          rivals={rivalsOf(id, connections)}
          attempts={attemptsAround(id, connections)}
          onCompare={(other) => onGoOn({ kind: "compare", ids: [id, other] })}
          onShow={(ids) => onGoOn({ kind: "events", ids })}
        />
      );
    case "said":
      return <SaidView said={witness.said} />;
  }
}
