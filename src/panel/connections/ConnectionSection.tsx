import { useMemo } from "preact/hooks";
import type { ConnectionSummary } from "../../core/summaries.js";
import { later } from "../later.js";
import { thousands, words } from "../words.js";
import { ConnectionHead } from "./ConnectionHead.js";
import { ConnectionRow, type LeadsTo } from "./ConnectionRow.js";

const LongConnections = later(async () => (await import("./LongConnections.js")).LongConnections);

interface ConnectionSectionProps extends LeadsTo {
  connections: readonly ConnectionSummary[];
}

/** A reconnecting client makes thousands; a table of all of them would slow every update down. */
const ALL_AT_ONCE = 100;

/** Every recognised connection, newest first. */
export function ConnectionSection({ connections, ...leadsTo }: ConnectionSectionProps) {
  const newestFirst = useMemo(
    () => [...connections].sort((one, other) => other.startedAt - one.startedAt),
    [connections],
  );
  if (connections.length === 0) return null;
  return (
    <section class="connections" aria-labelledby="connections-title">
      <h2 id="connections-title">
        {words.connections} <span class="count">{thousands(connections.length)}</span>
      </h2>
      {connections.length > ALL_AT_ONCE ? (
        <LongConnections connections={newestFirst} {...leadsTo} />
      ) : (
        <table>
          <ConnectionHead />
          <tbody>
            {newestFirst.map((connection) => (
              <ConnectionRow key={connection.id} connection={connection} {...leadsTo} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
