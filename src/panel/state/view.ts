import { type Filter, NO_FILTER, readFilter } from "../filters.js";
import { isSort, type Sort } from "../sorting.js";

/** What the details show: requests and messages by their ids, or two connections beside each other. */
export type Shown =
  | {
      kind: "events";
      ids: readonly string[];
      /** The request or message to be found in a connection's timeline. */
      mark?: string;
    }
  | { kind: "compare"; ids: readonly [string, string] };

/** How one recording is looked at. */
export interface View {
  filter: Filter;
  sort: Sort;
  /** Ids of the cards that are open. */
  open: readonly string[];
  /** What the details show, after what led there. */
  trail: readonly Shown[];
}

export const FIRST_VIEW: View = { filter: NO_FILTER, sort: "newest", open: [], trail: [] };

/** A stretch in which nothing was taken in, in epoch milliseconds; null while it goes on. */
export interface Pause {
  from: number;
  to: number | null;
}

/** What of the inspected tab outlives the panel: how it was looked at, and what was left out. */
export interface Kept {
  view: View;
  pauses: readonly Pause[];
}

/** As another panel of this tab left it. */
export function readKept(stored: unknown): Kept {
  const { view, pauses } = record(stored);
  const { filter, sort, open, trail } = record(view);
  return {
    view: {
      filter: readFilter(filter),
      sort: isSort(sort) ? sort : FIRST_VIEW.sort,
      open: texts(open),
      trail: list(trail).flatMap(readShown),
    },
    pauses: list(pauses).flatMap(readPause),
  };
}

function readShown(stored: unknown): Shown[] {
  const { kind, ids } = record(stored);
  const told = texts(ids).filter((id) => !isConnection(id));
  return kind === "events" && told.length > 0 ? [{ kind, ids: told }] : [];
}

/** Connections are counted anew in each panel, so that another may have this id there; requests and messages keep theirs. */
function isConnection(id: string): boolean {
  return /^c\d+$/.test(id);
}

function readPause(stored: unknown): Pause[] {
  const { from, to } = record(stored);
  return typeof from === "number" && (typeof to === "number" || to === null) ? [{ from, to }] : [];
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function texts(value: unknown): string[] {
  return list(value).filter((each) => typeof each === "string");
}
