import type { Analysis } from "../core/analysis.js";
import { duration } from "../core/duration.js";
import type { ConnectionSummary } from "../core/summaries.js";
import { type Html, html } from "./html-text.js";
import { PROTOCOL_NAMES } from "./words.js";

/** More rows say nothing that the cards do not. */
const MOST_ROWS = 60;
const WIDTH = 1000;
const NAME = 330;
const ROW = 24;

const STATE_WORDS: Record<ConnectionSummary["state"], string> = {
  connecting: "connecting",
  open: "open",
  closed: "closed, all well",
  degraded: "works, with trouble",
  failed: "failed",
};

/** When each connection began and ended, as a picture that any browser draws without a script. */
export function timeline({ connections }: Analysis): Html | null {
  const rows = connections.toSorted((one, other) => one.startedAt - other.startedAt).slice(0, MOST_ROWS);
  const [first] = rows;
  if (!first) return null;
  const start = first.startedAt;
  const span = Math.max(1, ...rows.map(({ lastAt }) => lastAt - start));
  const place = (at: number) => NAME + ((WIDTH - NAME) * (at - start)) / span;
  const height = ROW * (rows.length + 1);
  const left = connections.length - rows.length;
  return html`<figure><svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="When each connection began and ended">
${rows.map((each, index) => row(each, index, place))}
<text x="${NAME}" y="${height - 6}">${new Date(start).toISOString()}</text>
<text x="${WIDTH}" y="${height - 6}" text-anchor="end">+ ${duration(span)}</text>
</svg><figcaption>${left > 0 ? `The first ${MOST_ROWS} of ${connections.length} connections. ` : ""}A filled bar had no trouble; a hatched one is on a card.</figcaption></figure>`;
}

function row(connection: ConnectionSummary, index: number, place: (at: number) => number): Html {
  const { id, protocol, transport, endpoint, state, startedAt, lastAt } = connection;
  const x = place(startedAt);
  const width = Math.max(3, place(lastAt) - x);
  const what = `${id}: ${PROTOCOL_NAMES[protocol]}${transport ? ` over ${transport}` : ""}, ${endpoint}, ${STATE_WORDS[state]}`;
  return html`<g><title>${what}</title><text x="0" y="${index * ROW + 16}">${shortened(`${id} ${endpoint}`)}</text><rect class="${state}" x="${round(x)}" y="${index * ROW + 5}" width="${round(width)}" height="14" rx="2"/></g>
`;
}

function shortened(text: string): string {
  return text.length > 48 ? `${text.slice(0, 47)}…` : text;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}
