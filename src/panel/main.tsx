import browser from "webextension-polyfill";
import { askAgainUrl } from "../core/ask-again.js";
import { pageOrigin } from "../core/cors.js";
import { connectToHub, PANEL_SETTINGS } from "../messages.js";
import { askAgain } from "./ask-again.js";
import { turnBackground, watchBackground } from "./background/state.js";
import type { Host, Watching } from "./host.js";
import { startPanel } from "./panel.js";
import { drawerIn } from "./state/drawer.js";
import { watchTheme } from "./theme.js";
import { words } from "./words.js";

/** Outside DevTools, as a tab of its own, there is no page to watch: only files and texts to read. */
const inspected = browser.devtools?.inspectedWindow.tabId ?? null;

function watch(tab: number, to: Watching): { clear(): void } {
  /** After the first greeting: what the recorder had before is then here, too. */
  let hasAll = false;
  const hub = connectToHub((port) => {
    port.onMessage((message) => {
      if (message.type === "events") to.events(message.events);
      if (message.type === "missed") {
        hasAll = true;
        to.missed(message);
      }
      if (message.type === "clear") to.cleared();
    });
    port.send({ type: "hello", room: "panel", tab, hasAll });
    port.send({ type: "refresh" });
  });
  return { clear: () => hub.send({ type: "clear" }) };
}

/** Only what the page itself called can be asked again, and only by a click. */
const asking: Host["asking"] = (live, say) => {
  const exchangeOf = (id: string) => {
    const witness = live().lookUp(id);
    return witness?.kind === "exchange" ? witness.exchange : null;
  };
  const urlFor = (id: string) => {
    const exchange = exchangeOf(id);
    return exchange && askAgainUrl(exchange);
  };
  return {
    urlFor,
    ask(id) {
      const [exchange, url] = [exchangeOf(id), urlFor(id)];
      if (!exchange || !url) return;
      askAgain(url, pageOrigin(exchange)).catch((error: unknown) =>
        say({ tone: "bad", text: words.askFailed(error instanceof Error ? error.message : String(error)) }),
      );
    },
  };
};

const root = document.querySelector<HTMLElement>("#app");
if (!root) throw new Error("panel.html has no #app");

void startPanel(root, {
  version: browser.runtime.getManifest().version,
  now: Date.now,
  watch: inspected === null ? null : (to) => watch(inspected, to),
  reload: inspected === null ? null : () => browser.devtools.inspectedWindow.reload(),
  asking,
  background: { watch: watchBackground, turn: turnBackground },
  settings: drawerIn(browser.storage.local, PANEL_SETTINGS),
  kept: drawerIn(browser.storage.session, `panel-${inspected ?? "tab"}`),
  theme: watchTheme,
});
