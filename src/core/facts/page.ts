import type { PageState, Stretch } from "../page-states.js";
import { brokenOf, define, type Scene } from "./scene.js";

/** What the page went through when it broke; only the page itself tells of it. */
export const pageFacts = define({
  "page.hiddenMs": {
    unit: "ms",
    means: "how long the tab had been in the background, when it broke or until a few seconds before",
    of: (scene) => lastedMs(scene, "hidden"),
    shownBy: () => null,
  },
  "page.frozenMs": {
    unit: "ms",
    means: "how long the browser had stopped the page, when it broke or until a few seconds before",
    of: (scene) => lastedMs(scene, "frozen"),
    shownBy: () => null,
  },
  "page.offlineMs": {
    unit: "ms",
    means: "how long the browser was without a network, within a few seconds of the break",
    of: (scene) => lastedMs(scene, "offline"),
    shownBy: () => null,
  },
  "page.busyMs": {
    unit: "ms",
    means: "how long one script let nothing else run in the page, within a few seconds of the break",
    of: (scene) => lastedMs(scene, "busy"),
    shownBy: () => null,
  },
});

export function lastedMs(scene: Scene, state: PageState): number | undefined {
  const at = brokeAt(scene);
  const stretch: Stretch | null = scene.page.near(state, scene.connection.startedAt, at);
  return stretch ? Math.max(0, (stretch.to ?? Math.max(at, stretch.from)) - stretch.from) : undefined;
}

/** A page that was stopped hears of a close only when it goes on. */
function brokeAt(scene: Scene): number {
  const { close, lastAt } = scene.connection;
  return close?.at ?? brokenOf(scene)?.endedAt ?? lastAt;
}
