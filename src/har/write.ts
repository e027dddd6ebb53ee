import type { Analysis } from "../core/analysis.js";
import { isAskedAgain } from "../core/ask-again.js";
import type { NavigatedEvent, TrafficEvent } from "../core/traffic.js";
import { toJson } from "../report/json.js";
import { annotator } from "./annotations.js";
import type { SafeRecording } from "./export.js";
import type { Har, HarOutEntry, HarPage } from "./har.js";
import type { Owners } from "./owners.js";
import { recordsOf } from "./records.js";
import { writeDate } from "./times.js";
import { type Recorded, writeEntry } from "./write-entry.js";

export interface WriteOptions {
  creatorVersion: string;
  /** How far each level is indented, with a line break at the end; all in one line where left out. */
  indent?: number;
}

/** An exchange of a recognised connection, or about one. */
interface Owned extends Recorded {
  /** Null for what the user had asked again, which is evidence for others. */
  connection: string | null;
}

/**
 * Valid HAR 1.2 with the requests of recognised connections and what was found about them. Read again, it leads to the
 * same cards: all that the analysis needs stands in it as traffic, and the findings are not read back. As safe to show as
 * the events: those of a redactor, and an analysis of them.
 */
export function writeHar({ events, analysis, owners }: SafeRecording, options: WriteOptions): string {
  const owned = collect(events, owners);
  const annotate = annotator(analysis);
  const { format: _format, connections: _connections, ...findings } = toJson(analysis);
  const pages = pagesOf(events, owned);
  const hasRequests = new Set(owned.map(({ exchange }) => exchange.page));
  const before = {
    version: "1.2",
    creator: { name: "Handshake Triage", version: options.creatorVersion },
    pages: pages.filter(({ id }) => hasRequests.has(id)),
  } as const;
  const after = {
    comment: commentOn(analysis, owners.others),
    _otherPages: pages.filter(({ id }) => !hasRequests.has(id)),
    _pageEvents: events
      .filter((event) => event.kind === "page")
      .map(({ at, what, detail }) => ({ time: writeDate(at), what, detail })),
    _asked: askedOf(events, owned),
    _logged: events.filter((event) => event.kind === "said"),
    _marked: events.filter((event) => event.kind === "marked"),
    _recordedUntil: writeDate(events.reduce((end, { at }) => Math.max(end, at), 0)),
    _notSeen: analysis.summary.notSeen,
    _handshakeTriage: { format: "handshake-triage/findings", ...findings },
  } as const;
  const entry = (each: Owned) => ({ ...writeEntry(each), ...annotate(each.connection, each.exchange) });
  const [indent, end] = options.indent === undefined ? [undefined, ""] : [options.indent, "\n"];
  return inParts({ before, entries: owned, entry, after, end }, (log) => JSON.stringify({ log }, null, indent));
}

/** A log whose entries are made when they are written. */
interface Parts {
  before: Omit<Har["log"], "entries" | keyof Parts["after"]>;
  entries: readonly Owned[];
  entry(each: Owned): HarOutEntry;
  after: Omit<Har["log"], "version" | "creator" | "pages" | "entries">;
  end: string;
}

const ENTRIES_AT_ONCE = 50;

/**
 * All entries at once would take as much room as the file once more, and so would each text that it is put together from.
 * What stands around the entries is cut off each part.
 */
function inParts(
  { before, entries, entry, after, end }: Parts,
  write: (log: Partial<Har["log"]> | Stub) => string,
): string {
  if (entries.length === 0) return write({ ...before, entries: [], ...after }) + end;
  const [opening = "", between = "", closing = ""] = write({ entries: [0, 0] }).split("0");
  const parts = [write({ ...before, entries: [0] }).slice(0, -closing.length - 1)];
  for (let from = 0; from < entries.length; from += ENTRIES_AT_ONCE) {
    const part = write({ entries: entries.slice(from, from + ENTRIES_AT_ONCE).map(entry) });
    parts.push(from === 0 ? "" : between, part.slice(opening.length, -closing.length));
  }
  parts.push(write({ entries: [0], ...after }).slice(opening.length + 1), end);
  return parts.join("");
}

interface Stub {
  entries: 0[];
}

function commentOn({ summary }: Analysis, others: number): string {
  const left = `${others} other ${others === 1 ? "request was" : "requests were"} left out`;
  return `Connections of SignalR, Engine.IO and Web PubSub: ${summary.connections}, with trouble: ${summary.failed}. ${left}.`;
}

function collect(events: readonly TrafficEvent[], owners: Owners): Owned[] {
  const owned = [...recordsOf(events)].flatMap(([id, each]) => {
    const connection = owners.of(id);
    if (isAskedAgain(each.exchange)) return { ...each, connection: null };
    return connection === undefined ? [] : { ...each, connection };
  });
  owned.sort((one, other) => one.exchange.startedAt - other.exchange.startedAt);
  return owned;
}

/** What the page itself said of these requests; of the others nothing is in the file. */
function askedOf(events: readonly TrafficEvent[], owned: Owned[]): Har["log"]["_asked"] {
  const urls = new Set(owned.map(({ exchange }) => exchange.url));
  return events.flatMap((event) => {
    if (event.kind !== "asked" || !urls.has(event.url)) return [];
    const { at, method, url, credentials, origin } = event;
    return [{ time: writeDate(at), method, url, credentials, ...(origin === undefined ? {} : { origin }) }];
  });
}

/** Every page that an entry names, and every navigation: it ends what the page before had open. */
function pagesOf(events: readonly TrafficEvent[], owned: Owned[]): HarPage[] {
  const navigations = events.filter((event): event is NavigatedEvent => event.kind === "navigated");
  const pages = new Map(navigations.map(({ page, at, url }) => [page, pageOf(page, at, url, true)]));
  for (const { exchange } of owned) {
    if (exchange.page !== null && !pages.has(exchange.page))
      pages.set(exchange.page, pageOf(exchange.page, exchange.startedAt, "", false));
  }
  return [...pages.values()].sort((one, other) => (one.startedDateTime < other.startedDateTime ? -1 : 1));
}

function pageOf(id: string, at: number, title: string, isNavigation: boolean): HarPage {
  return { id, startedDateTime: writeDate(at), title, pageTimings: {}, _isNavigation: isNavigation };
}
