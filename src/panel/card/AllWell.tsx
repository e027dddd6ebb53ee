import type { Analysis } from "../../core/analysis.js";
import { words } from "../words.js";

/** No card: what was seen instead, or what to do. Hook: `data-testid="no-cards"`, `data-connections`. */
export function AllWell({ analysis }: { analysis: Analysis }) {
  const { connections } = analysis;
  const connecting = connections.filter((each) => each.state === "connecting").length;
  const [said, hint] = wordsFor(connections.length, connecting);
  return (
    <section class="all-well" data-testid="no-cards" data-connections={connections.length}>
      <h2>{said}</h2>
      <p>{hint}</p>
    </section>
  );
}

function wordsFor(all: number, connecting: number): [said: string, hint: string] {
  if (all === 0) return [words.nothingSeen, words.whatToDo];
  if (connecting === 0) return [words.allHealthy(all), words.keepGoing];
  return [words.someConnecting(all - connecting, connecting), words.keepGoing];
}
