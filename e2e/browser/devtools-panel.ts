import type { Page } from "playwright";
import type { CdpSession } from "./cdp.js";
import { closeDevtools, type DevtoolsWindow, openDevtools, placeOf } from "./devtools-window.js";
import { evaluateIn, type InBrowser } from "./evaluate.js";
import { EvaluatedPanel } from "./evaluated-panel.js";
import { PanelInput } from "./input.js";
import type { LaunchedBrowser } from "./launch.js";
import { PANEL_TITLE } from "./panel.js";
import { type Picture, resize, takePicture } from "./picture.js";
import type { Theme } from "./profile.js";
import { setTheme } from "./theme.js";
import { waitUntil } from "./wait.js";

/** The extension's panel in Chromium's DevTools of one page: the real document, in the real frame. */
export class DevtoolsPanel extends EvaluatedPanel {
  readonly window: DevtoolsWindow;
  readonly #browser: LaunchedBrowser;
  readonly #session: CdpSession;
  readonly #input: PanelInput;
  #ownWidth = 0;

  constructor(browser: LaunchedBrowser, window: DevtoolsWindow, session: CdpSession) {
    super(10_000);
    this.window = window;
    this.#browser = browser;
    this.#session = session;
    this.#input = new PanelInput(window.session, session);
  }

  evaluate<Result, Arg = undefined>(code: string | InBrowser<Arg, Result>, arg?: Arg): Promise<Result> {
    return evaluateIn<Result, Arg>(this.#session, code, arg);
  }

  /** A real mouse click in the middle of the first match: it fails when something else lies over it. */
  click(selector: string): Promise<void> {
    return this.#input.click(selector);
  }

  /** A key by its DOM name, with modifiers in front: "Enter", "Shift+Tab", "Control+c". */
  press(key: string): Promise<void> {
    return this.#input.press(key);
  }

  /** Types into whatever has the focus. */
  type(text: string): Promise<void> {
    return this.#input.type(text);
  }

  screenshot(path: string, picture: Picture = {}): Promise<void> {
    return takePicture(this.window, this.#session, path, picture);
  }

  theme(theme: Theme): Promise<void> {
    return setTheme(this.window, this.#session, theme);
  }

  /** The panel keeps this size until it is pictured or `unsize` is called. */
  async size(width: number, height: number): Promise<void> {
    this.#ownWidth = await this.evaluate<number>("innerWidth");
    await resize(this.window.session, this.#session, { width, height });
  }

  /** Back to the size that the window gives; before it has it, a click would go where nothing is any more. */
  async unsize(): Promise<void> {
    await this.window.session.send("Emulation.clearDeviceMetricsOverride");
    await waitUntil("the panel to have its own width again", () =>
      this.evaluate<boolean>(`innerWidth === ${this.#ownWidth}`),
    );
  }

  /** Shows another of DevTools' panels ("elements", "network"): ours goes into the background and lives on. */
  async hide(otherPanel = "elements"): Promise<void> {
    await showView(this.window, otherPanel);
  }

  /** Closes the whole DevTools window, as a user would; the page stays. */
  close(): Promise<void> {
    return closeDevtools(this.#browser, this.window);
  }
}

/**
 * Opens the panel of a page. Call it before the page is navigated to have the panel watch from the start, or after
 * `openDevtools` and a navigation to try what it makes of the things that happened before it was opened.
 */
export async function openPanel(browser: LaunchedBrowser, page: Page = browser.page): Promise<DevtoolsPanel> {
  const window = await openDevtools(browser, page);
  const view = await panelView(browser, window);
  const src = await waitUntil(`the frame of the panel`, () => showView(window, view));
  const session = await waitUntil(`the document ${src}`, async () => {
    const frame = window.frames.findLast((candidate) => candidate.url === src && !candidate.session.ended);
    if (frame === undefined || placeOf(browser, frame.url) !== "panel") return undefined;
    const isDrawn = await evaluateIn<boolean>(
      frame.session,
      "document.readyState === 'complete' && document.querySelector('.panel') !== null",
    );
    return isDrawn && frame.session;
  });
  return new DevtoolsPanel(browser, window, session);
}

/**
 * Waits for the panel's tab, which our devtools page makes once it listens to the network; gives back its id.
 * DevTools names an extension's panel by the extension's origin followed by the title, without its spaces.
 */
export function panelView(browser: LaunchedBrowser, window: DevtoolsWindow): Promise<string> {
  const prefix = `chrome-extension://${browser.extensionId}${PANEL_TITLE.replaceAll(" ", "")}`;
  return waitUntil(`the panel "${PANEL_TITLE}" among DevTools' tabs`, async () => {
    const ids = await evaluateIn<string[]>(
      window.session,
      `import("./ui/legacy/legacy.js").then((UI) => UI.InspectorView.InspectorView.instance().tabbedPane.tabIds())`,
    );
    return ids.find((id) => id === prefix) ?? ids.find((id) => id.startsWith(prefix));
  });
}

/** Brings a view to the front; answers with the address of the frame in it, if there is one. */
function showView(window: DevtoolsWindow, view: string): Promise<string | undefined> {
  return evaluateIn<string | undefined>(
    window.session,
    `import("./ui/legacy/legacy.js").then(async (UI) => {
      await UI.ViewManager.ViewManager.instance().showView(${JSON.stringify(view)});
      const shown = UI.InspectorView.InspectorView.instance().tabbedPane.visibleView;
      const frame = shown?.element.querySelector("iframe");
      frame?.focus();
      return frame?.src || undefined;
    })`,
  );
}
