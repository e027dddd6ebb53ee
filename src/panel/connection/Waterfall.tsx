import type { CloseEvent, FrameEvent } from "../../core/traffic.js";
import type { Decoded } from "../messages/decoded.js";
import type { Story } from "../witness.js";
import { length, words } from "../words.js";
import { idleGapOf } from "./idle-gap.js";
import { limitsOf } from "./limits.js";
import { pageLane } from "./page-lane.js";
import { scaleOf } from "./scale.js";
import { silencesOf } from "./silences.js";
import { tickKinds } from "./tick-kind.js";
import { WaterfallRow } from "./WaterfallRow.js";

interface WaterfallProps {
  story: Story;
  /** Until when it lived, or is known to live. */
  until: number;
  messages: readonly Decoded[];
  /** The request or message to be found here. */
  mark: string | null;
  onShow: (events: readonly string[]) => void;
}

/** Of a long poll's hundreds the first and the last tell. */
const MOST_ROWS = 40;
const MOST_TICKS = 400;

/** Requests as bars over time, messages as ticks in them, the page's own lane, and the limits that are known. */
export function Waterfall({ story, until, messages, mark, onShow }: WaterfallProps) {
  const { exchanges, frames, closes } = story;
  const markedRow = mark && (find(frames, mark) ?? find(closes, mark) ?? mark);
  const lane = pageLane(story);
  const gap = idleGapOf(story);
  const ticks = ticksOf(frames, mark);
  const kinds = tickKinds(messages, new Set([...ticks.values()].flat().map(({ id }) => id)));
  const scale = scaleOf(story, until);
  const limits = limitsOf(story, scale.end);
  const silences = silencesOf(story, scale);
  const shown =
    exchanges.length <= MOST_ROWS
      ? exchanges
      : [...exchanges.slice(0, MOST_ROWS / 2), ...exchanges.slice(-MOST_ROWS / 2)];
  return (
    <section class="details-part" data-testid="timeline">
      <h4>
        {words.connection.timeline} <span class="count">{length(scale.end - scale.start)}</span>
      </h4>
      <ol class="waterfall">
        {lane.length > 0 && (
          <li class="waterfall-row">
            <span class="waterfall-name">{words.connection.page}</span>
            <span class="waterfall-track">
              {lane.map(({ state, from, to }) => (
                <span
                  key={`${state} ${from}`}
                  class="page-state"
                  data-page-state={state}
                  style={from < scale.end ? scale.span(from, to ?? scale.end) : { insetInlineEnd: 0 }}
                >
                  {words.connection.pageState[state]}
                </span>
              ))}
            </span>
          </li>
        )}
        {shown.map((exchange) => (
          <WaterfallRow
            key={exchange.id}
            exchange={exchange}
            scale={scale}
            isMarked={exchange.id === markedRow}
            ticks={ticks.get(exchange.id) ?? []}
            kinds={kinds}
            silences={silences.filter((each) => each.exchange === exchange.id && each.to !== gap?.to)}
            mark={mark}
            gap={gap?.exchange === exchange.id ? gap : null}
            closes={closes.filter((close) => close.exchange === exchange.id)}
            limits={limits.filter(({ at }) => at > scale.start && at < scale.end)}
            onShow={() => onShow([exchange.id])}
          />
        ))}
      </ol>
      {shown.length < exchanges.length && (
        <p class="muted">{words.connection.leftOut(exchanges.length - shown.length)}</p>
      )}
      {frames.length > 0 && <p class="muted">{words.connection.legend}</p>}
      {gap && <p data-testid="idle-gap">{words.connection.idleGap(gap)}</p>}
      {limits.map(({ name, afterMs, state }) => (
        <p key={name} class="muted" data-limit={name} data-limit-state={state}>
          <span aria-hidden="true">┆ </span>
          {words.connection.limit[name](afterMs / 1000)} {words.connection.limitState[state]}
        </p>
      ))}
    </section>
  );
}

/** The request to which one of these belongs. */
function find(events: readonly (FrameEvent | CloseEvent)[], mark: string): string | undefined {
  return events.find(({ id }) => id === mark)?.exchange;
}

/** Of each request the last messages, and the one to be found. */
function ticksOf(frames: readonly FrameEvent[], mark: string | null): Map<string, FrameEvent[]> {
  const ticks = new Map<string, FrameEvent[]>();
  let own: FrameEvent[] | undefined;
  for (let place = frames.length - 1; place >= 0; place -= 1) {
    const frame = frames[place];
    if (!frame) continue;
    // Those of one request mostly stand together.
    if (own?.[0]?.exchange !== frame.exchange) own = ticks.get(frame.exchange);
    if (own && own.length >= MOST_TICKS && frame.id !== mark) continue;
    if (own) own.push(frame);
    else ticks.set(frame.exchange, [frame]);
  }
  return ticks;
}
