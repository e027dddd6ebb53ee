import type { NavigatedEvent } from "./traffic.js";
import { withoutFragment } from "./url.js";

/** In Firefox DevTools and webRequest each tell of every page load, in any order, and each under a name of its own. */
export interface PageLoads {
  /**
   * The load, where that is news; null for one that another source has told of: it goes on under the name that came first.
   * Where DevTools' late word came first, webRequest's is news, too: by when it was answered the page before was left.
   */
  note(event: NavigatedEvent): NavigatedEvent | null;
  /** The name of a load by which a source calls it. */
  nameOf(page: string): string;
  /** The load that something of this time belongs to; null before the first. */
  at(time: number): string | null;
}

interface Load {
  page: string;
  url: string;
  /** The earliest time that anybody told: DevTools knows when it began, webRequest when it was answered. */
  at: number;
  sources: Set<string>;
}

/** From the beginning of a load to its answer. */
const SAME_LOAD_MS = 15_000;

/** Older ones are over. */
const KEPT = 200;

export function createPageLoads(): PageLoads {
  const loads: Load[] = [];
  const names = new Map<string, string>();

  return {
    note(event) {
      const source = sourceOf(event);
      const same = source === null ? null : nearest(loads, event, source);
      if (!same || source === null) {
        const { page, at } = event;
        loads.push({ page, url: withoutFragment(event.url), at, sources: new Set(source ? [source] : []) });
        if (loads.length > KEPT) loads.shift();
        return event;
      }
      same.sources.add(source);
      names.set(event.page, same.page);
      const isNews = source === "web" && event.at < same.at;
      same.at = Math.min(same.at, event.at);
      return isNews ? { ...event, page: same.page } : null;
    },
    nameOf: (page) => names.get(page) ?? page,
    at(time) {
      const begun = loads.filter(({ at }) => at <= time);
      return begun.reduce<Load | null>((last, each) => (last && last.at > each.at ? last : each), null)?.page ?? null;
    },
  };
}

/** Null where it stands for itself: in a HAR file, or a wire script. */
function sourceOf({ id }: NavigatedEvent): string | null {
  return /^(devtools|web)-/.exec(id)?.[1] ?? null;
}

/** The load of this URL that this source has not told of yet and that is nearest in time. */
function nearest(loads: Load[], { url: whole, at }: NavigatedEvent, source: string): Load | null {
  const url = withoutFragment(whole);
  const apart = (load: Load) => Math.abs(load.at - at);
  const candidates = loads.filter(
    (load) => load.sources.size > 0 && !load.sources.has(source) && load.url === url && apart(load) <= SAME_LOAD_MS,
  );
  return candidates.reduce<Load | null>((best, each) => (best && apart(best) <= apart(each) ? best : each), null);
}
