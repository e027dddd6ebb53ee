import browser from "webextension-polyfill";
import { createAnalysis, type LiveAnalysis } from "../core/analysis.js";
import { CONNECTIONS_KEPT } from "../core/kept-connections.js";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import type { NavigatedEvent, TrafficEvent } from "../core/traffic.js";
import { badgeText, badgeTitle } from "./badge-words.js";

/** How often a tab is counted again at most. */
const COUNT_EVERY_MS = 300;

/**
 * The toolbar icon: how many connections failed in a tab since its page was loaded, or since the recording was cleared.
 * The browser takes a tab's badge away itself when the tab goes to another page.
 */
export interface Badge {
  count(tab: number, fresh: readonly TrafficEvent[]): void;
  /** What an earlier worker had counted and shown. */
  restore(tab: number, events: readonly TrafficEvent[]): void;
  clear(tab: number): void;
}

interface Counted {
  analysis: LiveAnalysis;
  /** Not read before a number is to be shown: a worker that has just started has more urgent things to do. */
  unread: TrafficEvent[];
  /** Connections that began before belong to an earlier page. */
  since: number;
  page: string | null;
  /** When a number was last shown; null where none was. */
  shownAt: number | null;
  timer: ReturnType<typeof setTimeout> | null;
}

function newCounted(): Counted {
  return {
    // That a connection failed is judged from the traffic alone; the causes are for the panel.
    analysis: createAnalysis(NOTHING_KNOWN, { connections: CONNECTIONS_KEPT, dropped: () => {} }),
    unread: [],
    since: 0,
    page: null,
    shownAt: null,
    timer: null,
  };
}

export function createBadge(): Badge {
  const tabs = new Map<number, Counted>();

  function takeIn(tab: number, events: readonly TrafficEvent[]): Counted {
    const counted = tabs.get(tab) ?? newCounted();
    tabs.set(tab, counted);
    for (const event of events) counted.unread.push(event);
    return counted;
  }

  function read(counted: Counted): void {
    for (const event of counted.unread.splice(0)) {
      for (const told of counted.analysis.take(event)) if (told.kind === "navigated") turnPage(counted, told);
    }
  }

  /** Told of once more, a page began earlier than was known. */
  function turnPage(counted: Counted, { page, at }: NavigatedEvent): void {
    const later = page === counted.page ? at : Math.max(counted.since, at);
    Object.assign(counted, { page, since: later });
  }

  async function show(tab: number, counted: Counted): Promise<void> {
    counted.timer = null;
    // Nobody may have told us of another page, but the browser has then taken the number away.
    if (counted.shownAt !== null && (await shown(tab)) === "") counted.since = Math.max(counted.since, counted.shownAt);
    read(counted);
    const { connections } = counted.analysis.read();
    const failed = connections.filter(({ card, startedAt }) => card !== null && startedAt >= counted.since).length;
    if (tabs.get(tab) !== counted) return;
    const countedAt = Date.now();
    await paint(tab, failed);
    // Not before: until the number stands, its absence says nothing of another page.
    counted.shownAt = failed > 0 ? countedAt : null;
  }

  return {
    count(tab, fresh) {
      const counted = takeIn(tab, fresh);
      counted.timer ??= setTimeout(show, COUNT_EVERY_MS, tab, counted);
    },
    restore(tab, events) {
      takeIn(tab, events).shownAt = events.reduce((latest, { at }) => Math.max(latest, at), 0);
    },
    clear(tab) {
      const known = tabs.get(tab);
      if (known?.timer) clearTimeout(known.timer);
      if (tabs.delete(tab)) void paint(tab, 0);
    },
  };
}

/** Null where the tab was closed in the meantime, and its badge with it. */
async function shown(tab: number): Promise<string | null> {
  try {
    return await browser.action.getBadgeText({ tabId: tab });
  } catch {
    return null;
  }
}

async function paint(tab: number, failed: number): Promise<void> {
  try {
    await browser.action.setBadgeBackgroundColor({ tabId: tab, color: "#b3261e" });
    await browser.action.setBadgeText({ tabId: tab, text: badgeText(failed) });
    await browser.action.setTitle({ tabId: tab, title: badgeTitle(failed) });
  } catch {
    // The tab was closed in the meantime, and its badge with it.
  }
}
