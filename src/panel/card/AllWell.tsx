import type { Analysis } from "../../core/analysis.js";
import { trafficOf } from "../../core/summaries.js";
import { words } from "../words.js";
import { BenignList } from "./BenignList.js";

interface AllWellProps {
  analysis: Analysis;
  /** What to say where nothing was recognised. */
  nothing: Nothing;
}

/** That nothing was recognised, and what to do then. */
export interface Nothing {
  said: string;
  hint: string;
}

/** No card: what was seen instead, or what to do. Hook: `data-testid="no-cards"`, `data-connections`. */
export function AllWell({ analysis, nothing }: AllWellProps) {
  const { connections } = analysis;
  const connecting = connections.filter((each) => each.state === "connecting").length;
  const { said, hint } = connections.length === 0 ? nothing : wordsFor(connections.length, connecting);
  return (
    <section class="all-well" data-testid="no-cards" data-connections={connections.length}>
      <h2>{said}</h2>
      {connections.length > 0 && (
        <ul class="seen">
          {seen(connections).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p>{hint}</p>
      <BenignList benign={analysis.benign} />
    </section>
  );
}

function wordsFor(all: number, connecting: number): Nothing {
  const said = connecting === 0 ? words.allHealthy(all) : words.someConnecting(all - connecting, connecting);
  return { said, hint: words.keepGoing };
}

/** Connections of one protocol and transport in a line, the most first. */
function seen(connections: Analysis["connections"]): string[] {
  const groups = new Map<string, { count: number; messages: number }>();
  for (const connection of connections) {
    const { sent, received } = trafficOf(connection);
    const name = words.speaks(connection.protocol, connection.transport);
    const group = groups.get(name) ?? { count: 0, messages: 0 };
    groups.set(name, { count: group.count + 1, messages: group.messages + (sent ?? 0) + (received ?? 0) });
  }
  return [...groups]
    .sort(([, one], [, other]) => other.count - one.count)
    .map(([name, { count, messages }]) => words.seen(name, count, messages));
}
