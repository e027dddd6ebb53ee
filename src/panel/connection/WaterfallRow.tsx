import { type Exchange, isAborted, isFailure } from "../../core/exchange.js";
import type { CloseEvent, FrameEvent } from "../../core/traffic.js";
import { length, words } from "../words.js";
import type { IdleGap } from "./idle-gap.js";
import type { Limit } from "./limits.js";
import type { Scale } from "./scale.js";
import type { Silence } from "./silences.js";
import type { TickKind } from "./tick-kind.js";

interface WaterfallRowProps {
  exchange: Exchange;
  scale: Scale;
  isMarked: boolean;
  /** Those of its messages that are drawn. */
  ticks: readonly FrameEvent[];
  kinds: ReadonlyMap<string, TickKind>;
  silences: readonly Silence[];
  /** The message to be found. */
  mark: string | null;
  gap: IdleGap | null;
  closes: readonly CloseEvent[];
  limits: readonly Limit[];
  onShow: () => void;
}

/** One request as a bar over time, its messages as ticks in it. */
export function WaterfallRow({
  exchange,
  scale,
  ticks,
  kinds,
  silences,
  mark,
  gap,
  closes,
  limits,
  ...row
}: WaterfallRowProps) {
  const { start, end, place, span } = scale;
  const { startedAt, endedAt } = exchange;
  return (
    <li class="waterfall-row" data-marked={row.isMarked}>
      <button
        type="button"
        class="link waterfall-name"
        title={[exchange.url, exchange.netError].filter(Boolean).join(", ")}
        onClick={row.onShow}
        data-row={exchange.id}
      >
        {nameOf(exchange)}
      </button>
      <span class="waterfall-track">
        <span
          class="span"
          data-channel={exchange.channel}
          data-failed={isFailure(exchange)}
          data-aborted={isAborted(exchange)}
          style={span(startedAt, endedAt ?? end)}
          title={`+${length(startedAt - start)}, ${endedAt === null ? words.stillOpen : length(endedAt - startedAt)}`}
        />
        {silences.map(({ from, to }) => (
          <span key={from} class="silence" style={span(from, to)} title={words.connection.silent(to - from)}>
            {words.connection.silent(to - from)}
          </span>
        ))}
        {gap && <span class="idle-gap" style={span(gap.from, gap.to)} title={words.connection.idleGap(gap)} />}
        {ticks.map(({ id, direction, at }) => (
          <span
            key={id}
            class="tick"
            data-direction={direction}
            data-tick={kinds.get(id)}
            title={`${words[direction]}: ${words.connection.tick[kinds.get(id) ?? "message"]}, +${length(at - start)}`}
            data-marked={id === mark}
            style={{ insetInlineStart: place(at) }}
          />
        ))}
        {closes.map(({ id, at, by, code }) => (
          <span key={id} class="close-mark" style={{ insetInlineStart: place(at) }} title={words.closedBy[by]}>
            ✕ {code}
          </span>
        ))}
        {limits.map(({ name, at, afterMs, state }) => (
          <span
            key={name}
            class="limit"
            data-limit-state={state}
            style={{ insetInlineStart: place(at) }}
            title={`${words.connection.limit[name](afterMs / 1000)} ${words.connection.limitState[state]}`}
          />
        ))}
      </span>
    </li>
  );
}

/** In the narrow column; the error in full stands in its title. */
function nameOf(exchange: Exchange): string {
  const { channel, method, status, netError } = exchange;
  const error = isAborted(exchange) ? words.connection.aborted : netError?.replace(/^net::/, "");
  return `${channel === "http" ? method : words.connection.channel[channel]} ${status || error || ""}`.trim();
}
