import type { Analysis } from "../../core/analysis.js";
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
      <p>{hint}</p>
      <BenignList benign={analysis.benign} />
    </section>
  );
}

function wordsFor(all: number, connecting: number): Nothing {
  const said = connecting === 0 ? words.allHealthy(all) : words.someConnecting(all - connecting, connecting);
  return { said, hint: words.keepGoing };
}
