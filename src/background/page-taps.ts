import browser, { type Runtime } from "webextension-polyfill";
import { isFirefox } from "../capture/firefox.js";
import { answerTap, hearTap, type TappedDocument, tappedDocument } from "../capture/tapped-pages.js";
import { type CoverageEvent, Unseen } from "../core/traffic.js";
import type { Hub } from "./hub.js";

/**
 * DevTools may have been closed while the worker was stopped. Recorders of open ones come back within this time, also where
 * their first port went to a worker that was stopped at once: only then "nobody records" is an answer.
 */
export const RECORDERS_BACK_MS = 5000;

const ALL = Unseen.options as CoverageEvent["notSeen"];

interface Caller {
  port: Runtime.Port;
  from: TappedDocument;
  /** The recorder that it was told of, by its time. */
  recordedSince: number | null;
}

export interface PageTaps {
  /** A document asks whether its tab is being recorded; what it sees, it tells whoever records. */
  welcome(port: Runtime.Port): void;
  /** DevTools was opened or closed on some tab. */
  recordersChanged(): void;
  /** The user took away the extension's access to sites: pages that are loaded from now on have no tap. */
  accessRemoved(): void;
}

/** Tells the documents of inspected tabs that they are, and sends all others away. */
export function createPageTaps(hub: Hub): PageTaps {
  const callers = new Set<Caller>();
  const startedAt = Date.now();

  function welcome(port: Runtime.Port): void {
    const from = tappedDocument(port);
    if (!from) {
      dismiss(port);
      return;
    }
    const caller: Caller = { port, from, recordedSince: null };
    callers.add(caller);
    port.onDisconnect.addListener(() => {
      void browser.runtime.lastError; // Why it was closed (a page went into the back/forward cache) changes nothing.
      callers.delete(caller);
    });
    answer(caller);
  }

  function answer(caller: Caller): void {
    const since = hub.recorderSince(caller.from.tab);
    if (since !== null) {
      // Another DevTools than before hears only ports that are opened from now on.
      if (caller.recordedSince === null) admit(caller, since);
      else if (caller.recordedSince !== since) leave(caller);
      return;
    }
    const grace = startedAt + RECORDERS_BACK_MS - Date.now();
    if (grace > 0) setTimeout(() => callers.has(caller) && answer(caller), grace);
    else {
      callers.delete(caller);
      dismiss(caller.port);
    }
  }

  function admit(caller: Caller, since: number): void {
    const { port, from } = caller;
    caller.recordedSince = since;
    if (isFirefox) hearTap(port, from, (events) => hub.record(from.tab, events));
    else answerTap(port, { type: "tap", record: true });
    void hub.record(from.tab, [
      {
        kind: "coverage",
        id: `tap-${from.frame.id}.coverage`,
        at: Date.now(),
        source: "page-tap",
        notSeen: ["statuses", "bodies", "pending", "before-devtools", "workers"],
      },
    ]);
  }

  function leave(caller: Caller): void {
    callers.delete(caller);
    caller.port.disconnect();
  }

  return {
    welcome,
    recordersChanged() {
      for (const caller of [...callers]) answer(caller);
    },
    accessRemoved() {
      const at = Date.now();
      const blind: CoverageEvent = { kind: "coverage", id: `tap-none.${at}`, at, source: "page-tap", notSeen: ALL };
      for (const tab of hub.recordedTabs()) void hub.record(tab, [blind]);
    },
  };
}

function dismiss(port: Runtime.Port): void {
  answerTap(port, { type: "tap", record: false });
  port.disconnect();
}
