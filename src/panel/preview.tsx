import type { TrafficEvent } from "../core/traffic.js";
import { readHar } from "../har/read.js";
import type { Background } from "./background/state.js";
import type { Drawer, Watching } from "./host.js";
import { startPanel } from "./panel.js";
import { SAMPLES } from "./preview-samples.js";

/**
 * The panel as a plain page, for working on its looks and for its own tests: `preview.html?sample=failing&theme=dark`, or
 * `?capture=socket-io-healthy-default,signalr-nginx-drops-the-upgrade` over what was recorded from real servers.
 */
const asked = new URLSearchParams(location.search);
const way = asked.get("background") === "switch" ? "switch" : "permission";
const theme = asked.get("theme") === "dark" ? "dark" : "light";

function drawer(key: string): Drawer {
  return {
    load: async () => JSON.parse(sessionStorage.getItem(key) ?? "null"),
    save: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
  };
}

let tellBackground: (background: Background) => void = () => {};

async function capture(name: string): Promise<TrafficEvent[]> {
  const answer = await fetch(`/e2e/captures/${name}.har`);
  if (!answer.ok) throw new Error(`there is no capture ${name}`);
  return readHar(await answer.text(), `${name}-`).events;
}

/** What is shown happened some time ago, and goes on from its last moment. */
const clock = { at: 0, since: 0 };

function tell(to: Watching, events: readonly TrafficEvent[]): void {
  for (const { at } of events) clock.at = Math.max(clock.at, at);
  clock.since = Date.now();
  to.events(events);
}

function watch(to: Watching) {
  const captures = asked.get("capture");
  if (captures === null) tell(to, SAMPLES[asked.get("sample") ?? "failing"] ?? []);
  else for (const name of captures.split(",")) void capture(name).then((events) => tell(to, events));
  // A test plays the traffic of its own page to the panel in this way.
  addEventListener("message", ({ data, source }) => {
    if (source === window && Array.isArray(data)) tell(to, data);
  });
  return { clear: to.cleared };
}

const root = document.getElementById("app");
if (root)
  void startPanel(root, {
    version: "0.0.0",
    now: () => clock.at + Date.now() - clock.since,
    watch,
    reload: () => location.reload(),
    asking: () => ({ urlFor: () => null, ask: () => undefined }),
    background: {
      watch(changed) {
        tellBackground = changed;
        changed({ way, isOn: false, since: null });
      },
      async turn(isOn) {
        tellBackground({ way, isOn, since: isOn ? Date.now() : null });
        return true;
      },
    },
    settings: drawer("settings"),
    kept: drawer("kept"),
    theme: () => () => theme,
  });
