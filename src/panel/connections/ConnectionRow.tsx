import { type ConnectionSummary, trafficOf } from "../../core/summaries.js";
import { withPlainLabels } from "../../core/token.js";
import { visible } from "../details/visible.js";
import { clockTime, length, thousands, words } from "../words.js";
import { StateIcon } from "./StateIcon.js";

/** What a row leads to. */
export interface LeadsTo {
  onShowCard: (id: string) => void;
  onShow: (id: string) => void;
}

interface ConnectionRowProps extends LeadsTo {
  connection: ConnectionSummary;
  /** Among all rows, where not all of them are in the document; `measure` then takes the row's height. */
  place?: number;
  measure?: (row: HTMLElement | null) => void;
}

/** Hooks, on the row: `data-connection` (id), `data-state`, `data-protocol`; `data-transport` is absent while unknown. */
export function ConnectionRow({ connection, onShowCard, onShow, place, measure }: ConnectionRowProps) {
  const { id, state, protocol, transport, endpoint, startedAt, card } = connection;
  const { sent, received } = trafficOf(connection);
  return (
    <tr
      ref={measure ?? null}
      aria-rowindex={place === undefined ? undefined : place + 2} // the head is the first
      data-index={place}
      data-connection={id}
      data-state={state}
      data-protocol={protocol}
      data-transport={transport ?? undefined}
    >
      <td class="state">
        <StateIcon state={state} />
        {card === null ? (
          words.state[state]
        ) : (
          <button type="button" class="link" title={words.showCard} onClick={() => onShowCard(card)}>
            {words.state[state]}
          </button>
        )}
      </td>
      <td class="endpoint" title={endpoint}>
        <button
          type="button"
          class="link"
          title={words.connection.show}
          onClick={() => onShow(id)}
          data-show-connection={id}
        >
          {visible(withPlainLabels(endpoint))}
        </button>
      </td>
      <td>{words.protocol[protocol]}</td>
      <td>{transport === null ? words.notObserved : words.transport[transport]}</td>
      <td class="number sent" data-label={words.sent} title={sent === null ? words.notObserved : undefined}>
        {sent === null ? "–" : thousands(sent)}
      </td>
      <td class="number received" data-label={words.received} title={received === null ? words.notObserved : undefined}>
        {received === null ? "–" : thousands(received)}
      </td>
      <td class="number" data-label={words.column.roundTrip.toLowerCase()} data-quiet={connection.roundTripMs === null}>
        {connection.roundTripMs === null ? "–" : length(connection.roundTripMs)}
      </td>
      <td class="number" data-label={words.connection.attempts.toLowerCase()} data-quiet={connection.attempts === 1}>
        {thousands(connection.attempts)}
      </td>
      <td class="number started">
        <time dateTime={new Date(startedAt).toISOString()}>{clockTime(startedAt)}</time>
      </td>
      <td class="number lasted" data-label={words.column.lasted.toLowerCase()}>
        {length(connection.until - startedAt)}
      </td>
    </tr>
  );
}
