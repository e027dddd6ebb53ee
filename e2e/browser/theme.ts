import type { CdpSession } from "./cdp.js";
import type { DevtoolsWindow } from "./devtools-window.js";
import { evaluateIn } from "./evaluate.js";
import { type Theme, themeSetting } from "./profile.js";
import { waitUntil } from "./wait.js";

/**
 * Switches DevTools' own theme, as its settings page does. The panel follows by itself: `prefers-color-scheme` inside
 * it is DevTools' theme, and the extension is told through `devtools.panels.setThemeChangeHandler`.
 */
export async function setTheme(window: DevtoolsWindow, panel: CdpSession, theme: Theme): Promise<void> {
  await evaluateIn(
    window.session,
    `import("./core/common/common.js").then((Common) => {
      Common.Settings.Settings.instance().moduleSetting("ui-theme").set(${JSON.stringify(themeSetting(theme))});
    })`,
  );
  const dark = `matchMedia("(prefers-color-scheme: dark)").matches === ${theme === "dark"}`;
  await waitUntil(`the panel to turn ${theme}`, () => evaluateIn<boolean>(panel, dark));
}
