import type { ConnectionSummary } from "../../core/summaries.js";
import { clockTime, length, words } from "../words.js";
import { scaleBetween } from "./scale.js";

interface AttemptsProps {
  /** The one that is looked at. */
  own: string;
  attempts: readonly ConnectionSummary[];
  onShow: (connection: string) => void;
}

/** How a client tried again and again, over time. Hooks: `data-testid="attempts"`, `data-attempt` (connection) on each. */
export function Attempts({ own, attempts, onShow }: AttemptsProps) {
  const [first] = attempts;
  if (!first || attempts.length < 2) return null;
  const { span, start, end } = scaleBetween(first.startedAt, Math.max(...attempts.map(({ until }) => until)));
  return (
    <section class="details-part" data-testid="attempts">
      <h4>
        {words.connection.oneAfterAnother} <span class="count">{length(end - start)}</span>
      </h4>
      <ol class="waterfall">
        {attempts.map(({ id, state, startedAt, until }) => (
          <li key={id} class="waterfall-row" data-marked={id === own} data-attempt={id}>
            <button
              type="button"
              class="link waterfall-name"
              aria-current={id === own}
              title={words.connection.show}
              onClick={() => onShow(id)}
            >
              {clockTime(startedAt)} {words.state[state]}
            </button>
            <span class="waterfall-track">
              <span
                class="span"
                data-channel="websocket"
                data-failed={state === "failed"}
                style={span(startedAt, until)}
                title={`+${length(startedAt - start)}, ${length(until - startedAt)}`}
              />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
