import type { ConnectionSummary } from "../../core/summaries.js";
import { parseUrl } from "../../core/url.js";

/** More than these are no choice. */
const MOST = 50;

/** What a connection may be compared with, the best first: well where it failed, of the same endpoint, of the same server, then the newest. */
export function rivalsOf(id: string, connections: readonly ConnectionSummary[]): ConnectionSummary[] {
  const own = connections.find((each) => each.id === id);
  if (!own) return [];
  const rank = (each: ConnectionSummary) =>
    Number(isWell(each) !== isWell(own)) * 4 +
    Number(each.endpoint === own.endpoint) * 2 +
    Number(parseUrl(each.endpoint).host === parseUrl(own.endpoint).host);
  return connections
    .filter((each) => each !== own && each.protocol === own.protocol)
    .map((each) => ({ each, rank: rank(each) }))
    .sort((one, other) => other.rank - one.rank || other.each.startedAt - one.each.startedAt)
    .slice(0, MOST)
    .map(({ each }) => each);
}

/** A failed connection of a card and one to the same endpoint that works; null where there is none. */
export function pairFor(card: string, connections: readonly ConnectionSummary[]): readonly [string, string] | null {
  const failed = connections.findLast((each) => each.card === card);
  const well =
    failed &&
    connections.findLast(
      (each) => isWell(each) && each.endpoint === failed.endpoint && each.protocol === failed.protocol,
    );
  return failed && well ? [failed.id, well.id] : null;
}

function isWell({ state }: ConnectionSummary): boolean {
  return state === "open" || state === "closed";
}
