import { useMemo, useState } from "preact/hooks";
import type { ConnectionSummary } from "../../core/analysis.js";
import { thousands, words } from "../words.js";
import { ConnectionRow } from "./ConnectionRow.js";

interface ConnectionSectionProps {
  connections: readonly ConnectionSummary[];
  onShowCard: (id: string) => void;
  onShow: (id: string) => void;
}

/** A reconnecting client makes thousands; a table of all of them would slow every update down, so they come by the page. */
const PAGE = 100;

/** Every recognised connection, newest first. */
export function ConnectionSection({ connections, onShowCard, onShow }: ConnectionSectionProps) {
  const [count, setCount] = useState(PAGE);
  const newestFirst = useMemo(
    () => [...connections].sort((one, other) => other.startedAt - one.startedAt),
    [connections],
  );
  if (connections.length === 0) return null;
  const shown = newestFirst.slice(0, count);
  const { column } = words;
  return (
    <section class="connections" aria-labelledby="connections-title">
      <h2 id="connections-title">
        {words.connections} <span class="count">{thousands(connections.length)}</span>
      </h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{column.state}</th>
            <th scope="col">{column.endpoint}</th>
            <th scope="col">{column.protocol}</th>
            <th scope="col">{column.transport}</th>
            <th scope="col" class="number">
              {column.sent}
            </th>
            <th scope="col" class="number">
              {column.received}
            </th>
            <th scope="col" class="number">
              {column.time}
            </th>
            <th scope="col" class="number lasted">
              {column.lasted}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((connection) => (
            <ConnectionRow key={connection.id} connection={connection} onShowCard={onShowCard} onShow={onShow} />
          ))}
        </tbody>
      </table>
      {shown.length < connections.length && (
        <p class="muted more">
          {words.latestConnections(shown.length, connections.length)}{" "}
          <button type="button" class="link" onClick={() => setCount(count + PAGE)}>
            {words.showMore(Math.min(PAGE, connections.length - shown.length))}
          </button>
        </p>
      )}
    </section>
  );
}
