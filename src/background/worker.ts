import browser from "webextension-polyfill";
import { isFirefox } from "../capture/firefox.js";
import { isTap } from "../capture/tapped-pages.js";
import { createUnfinished } from "../capture/unfinished.js";
import { createWebRequestSource } from "../capture/web-request.js";
import { webRequestCoverage } from "../capture/web-request-coverage.js";
import type { ExchangeEvent, NavigatedEvent } from "../core/traffic.js";
import { typedPort } from "../messages.js";
import { holdLife } from "../worker-life.js";
import { createBackgroundSwitch } from "./background-switch.js";
import { createBadge } from "./badge.js";
import { createHub } from "./hub.js";
import { createPageTaps, RECORDERS_BACK_MS } from "./page-taps.js";
import { createPrivateTabs } from "./private-tabs.js";
import { createShelf } from "./shelf.js";
import { createTabEnds } from "./tab-ends.js";
import { createTapScripts } from "./tap-scripts.js";
import { createUpdate } from "./update.js";

/** By then the browser has told of tabs that only got another number. */
const CLOSED_TABS_MS = 10_000;

/** The background worker: the hub, the toolbar badge, and the recorder while no DevTools is open. */
const life = holdLife();
const { session } = browser.storage;
const { isPrivate, known } = createPrivateTabs();
// What an earlier worker kept is much, and what this one was woken for comes first.
const atStart = known.then(() => session.get(null));
const store = {
  get: () => atStart,
  one: async (key: string) => (await session.get(key))[key],
  set: (items: Record<string, unknown>) => session.set(items),
  remove: (keys: string[]) => session.remove(keys),
};
const badge = createBadge();
const shelf = createShelf(store);
const hub = createHub({
  shelf,
  isPrivate,
  recordersChanged,
  restored(tab, events) {
    badge.restore(tab, events);
    tabEnds.lookAgain();
  },
  changed(tab, fresh) {
    badge.count(tab, fresh);
    tabEnds.lookAgain();
  },
  cleared(tab) {
    badge.clear(tab);
    update.lookAgain();
    tabEnds.lookAgain();
  },
});
const taps = createPageTaps(hub);
const tapScripts = createTapScripts();
const update = createUpdate(
  () => hub.hasRecorders() || hub.holdsAnything(),
  () => browser.runtime.reload(),
);
const background = createBackgroundSwitch(
  createWebRequestSource({
    isPrivate,
    unfinished: createUnfinished(store),
    tell(tab, event) {
      // In Firefox the user may have said no, and the requests that wake an event page come before it knows.
      if (isFirefox) void background.known.then(() => take(tab, event));
      else take(tab, event);
    },
  }),
);

const tabEnds = createTabEnds(() => hub.hasRecorders() || hub.holdsAnything() || background.isOn(), {
  closed: hub.close,
  replaced: (added, removed) => hub.move(removed, added),
});

function take(tab: number, event: ExchangeEvent | NavigatedEvent): void {
  if (!isWanted(tab, event.at)) return;
  const events = [webRequestCoverage(event.at), event];
  // A page load alone is nobody's business.
  if (event.kind === "navigated") void hub.recordMore(tab, events);
  else {
    shelf.note(tab, [event]);
    void hub.record(tab, events);
  }
}

/** In Chromium DevTools knows more, and all that is told here; in Firefox each knows what the other does not. */
function isWanted(tab: number, at: number): boolean {
  const since = hub.recorderSince(tab);
  if (since === null) return background.isOn();
  return isFirefox || at <= since;
}

browser.runtime.onConnect.addListener((port) => {
  if (isTap(port)) {
    taps.welcome(port);
    return;
  }
  const visitor = typedPort(port);
  hub.welcome(visitor);
  void life.then(() => visitor.send({ type: "here" }));
});
setTimeout(recordersChanged, RECORDERS_BACK_MS);
setTimeout(forgetClosedTabs, CLOSED_TABS_MS);
/** Files and texts can be read without DevTools. */
browser.action.onClicked.addListener(() => void browser.tabs.create({ url: "/src/panel/panel.html" }));
browser.permissions.onRemoved.addListener(({ origins = [] }) => origins.length > 0 && taps.accessRemoved());
browser.runtime.onUpdateAvailable.addListener(() => update.ready());

/** Pages are tapped only while DevTools is open somewhere, and tell something only in the tabs that it is open on. */
function recordersChanged(): void {
  tapScripts.want(hub.hasRecorders());
  background.needed(hub.hasRecorders());
  taps.recordersChanged();
  update.lookAgain();
  tabEnds.lookAgain();
  if (background.isOn()) for (const tab of hub.recordedTabs()) void hub.record(tab, [webRequestCoverage(Date.now())]);
}

async function forgetClosedTabs(): Promise<void> {
  const tabs = await browser.tabs.query({});
  hub.keepOnly(tabs.flatMap(({ id }) => id ?? []));
}
