import { type Exchange, isFailure } from "../../core/exchange.js";
import type { FrameEvent } from "../../core/traffic.js";
import type { Story } from "../witness.js";
import { length, words } from "../words.js";
import { idleGapOf } from "./idle-gap.js";
import { limitsOf } from "./limits.js";
import { pageLane } from "./page-lane.js";

interface WaterfallProps {
  story: Story;
  /** The request or message to be found here. */
  mark: string | null;
  onShow: (events: readonly string[]) => void;
}

/** Of a long poll's hundreds the first and the last tell. */
const MOST_ROWS = 40;
const MOST_TICKS = 400;

/** Requests as bars over time, messages as ticks in them, the page's own lane, and the limits that are known. */
export function Waterfall({ story, mark, onShow }: WaterfallProps) {
  const { connection, exchanges, frames, closes } = story;
  const markedRow = [...frames, ...closes].find(({ id }) => id === mark)?.exchange ?? mark;
  const lane = pageLane(story);
  const limits = limitsOf(story);
  const gap = idleGapOf(story);
  const ticks = ticksOf(frames, mark);
  const start = exchanges.reduce((first, { startedAt }) => Math.min(first, startedAt), connection.startedAt);
  const end = closes.reduce((last, { at }) => Math.max(last, at), Math.max(start + 1, connection.lastAt));
  const place = (at: number) => `${((Math.min(Math.max(at, start), end) - start) / (end - start)) * 100}%`;
  const span = (from: number, to: number) => ({
    insetInlineStart: place(from),
    insetInlineEnd: `calc(100% - ${place(to)})`,
  });
  const shown =
    exchanges.length <= MOST_ROWS
      ? exchanges
      : [...exchanges.slice(0, MOST_ROWS / 2), ...exchanges.slice(-MOST_ROWS / 2)];
  return (
    <section class="details-part" data-testid="timeline">
      <h4>
        {words.connection.timeline} <span class="count">{length(end - start)}</span>
      </h4>
      <ol class="waterfall">
        {lane.length > 0 && (
          <li class="waterfall-row">
            <span class="waterfall-name">{words.connection.page}</span>
            <span class="waterfall-track">
              {lane.map(({ state, from, to }) => (
                <span key={`${state} ${from}`} class="page-state" data-page-state={state} style={span(from, to ?? end)}>
                  {words.connection.pageState[state]}
                </span>
              ))}
            </span>
          </li>
        )}
        {shown.map((exchange) => (
          <li class="waterfall-row" key={exchange.id} data-marked={exchange.id === markedRow}>
            <button
              type="button"
              class="link waterfall-name"
              title={exchange.url}
              onClick={() => onShow([exchange.id])}
              data-row={exchange.id}
            >
              {nameOf(exchange)}
            </button>
            <span class="waterfall-track">
              <span
                class="span"
                data-channel={exchange.channel}
                data-failed={isFailure(exchange)}
                style={span(exchange.startedAt, exchange.endedAt ?? end)}
                title={`+${length(exchange.startedAt - start)}, ${exchange.endedAt === null ? words.stillOpen : length(exchange.endedAt - exchange.startedAt)}`}
              />
              {gap?.exchange === exchange.id && (
                <span class="idle-gap" style={span(gap.from, gap.to)} title={words.connection.idleGap(gap)} />
              )}
              {(ticks.get(exchange.id) ?? []).map((frame) => (
                <span
                  key={frame.id}
                  class="tick"
                  data-direction={frame.direction}
                  data-marked={frame.id === mark}
                  style={{ insetInlineStart: place(frame.at) }}
                />
              ))}
              {closes
                .filter((close) => close.exchange === exchange.id)
                .map((close) => (
                  <span
                    key={close.id}
                    class="close-mark"
                    style={{ insetInlineStart: place(close.at) }}
                    title={words.closedBy[close.by]}
                  >
                    ✕ {close.code}
                  </span>
                ))}
              {limits
                .filter(({ at }) => at > start && at < end)
                .map(({ name, at }) => (
                  <span key={name} class="limit" style={{ insetInlineStart: place(at) }} title={name} />
                ))}
            </span>
          </li>
        ))}
      </ol>
      {shown.length < exchanges.length && (
        <p class="muted">{words.connection.leftOut(exchanges.length - shown.length)}</p>
      )}
      {gap && <p data-testid="idle-gap">{words.connection.idleGap(gap)}</p>}
      {limits.map(({ name, at }) => (
        <p key={name} class="muted">
          {words.connection.limit(name, length(at - start), at < end)}
        </p>
      ))}
    </section>
  );
}

/** Of each request the last messages, and the one to be found. */
function ticksOf(frames: readonly FrameEvent[], mark: string | null): Map<string, FrameEvent[]> {
  const ticks = new Map<string, FrameEvent[]>();
  for (const frame of [...frames].reverse()) {
    const own = ticks.get(frame.exchange) ?? [];
    if (own.length === 0) ticks.set(frame.exchange, own);
    if (own.length < MOST_TICKS || frame.id === mark) own.push(frame);
  }
  return ticks;
}

function nameOf({ channel, method, status, netError }: Exchange): string {
  const outcome = status || netError || "";
  return `${channel === "http" ? method : words.connection.channel[channel]} ${outcome}`.trim();
}
