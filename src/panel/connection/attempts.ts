import { RETRY_WITHIN_MS } from "../../core/retries.js";
import type { ConnectionSummary } from "../../core/summaries.js";

/** On either side; of thousands the nearest tell. */
const MOST = 10;

/** A connection with those before and after it that a client made in its place, in the order of time. */
export function attemptsAround(id: string, connections: readonly ConnectionSummary[]): ConnectionSummary[] {
  const own = connections.find((each) => each.id === id);
  if (!own) return [];
  const all = connections
    .filter(({ endpoint, protocol }) => endpoint === own.endpoint && protocol === own.protocol)
    .sort((one, other) => one.startedAt - other.startedAt);
  const place = all.indexOf(own);
  let [from, to] = [place, place];
  while (place - from < MOST && follows(all[from - 1], all[from])) from -= 1;
  while (to - place < MOST && follows(all[to], all[to + 1])) to += 1;
  return all.slice(from, to + 1);
}

/** A client begins anew while requests of the attempt before are still on their way. */
const STILL_ENDING_MS = 1000;

/** The next one is no second client beside it. */
function follows(before: ConnectionSummary | undefined, next: ConnectionSummary | undefined): boolean {
  if (!before || !next || before.state === "open" || before.state === "connecting") return false;
  const waited = next.startedAt - before.lastAt;
  return waited >= -STILL_ENDING_MS && waited <= RETRY_WITHIN_MS;
}
