import type { InBrowser } from "./evaluate.js";
import type { Picture } from "./picture.js";

/** As the tab in DevTools has it. */
export const PANEL_TITLE = "Handshake Triage";

/** The extension's panel in a browser's DevTools: the real document, whichever browser it is. */
export interface TriagePanel {
  evaluate<Result, Arg = undefined>(code: string | InBrowser<Arg, Result>, arg?: Arg): Promise<Result>;
  /** What a reader sees, hidden parts left out. */
  text(selector?: string): Promise<string>;
  /** Waits for an expression, or a function of the panel's globals, to become truthy; gives back its value. */
  waitFor<Result>(condition: string | InBrowser<undefined, Result>, timeout?: number): Promise<Result>;
  waitForText(text: string, timeout?: number): Promise<boolean>;
  /** A mouse click in the middle of the first match: it fails when something else lies over it. */
  click(selector: string): Promise<void>;
  /** A PNG of the panel alone, without DevTools' own tab strip. */
  screenshot(path: string, picture?: Picture): Promise<void>;
  /** Closes DevTools, as a user would; the page stays. */
  close(): Promise<void>;
}

/** What is asked of the page that the panel watches; a page of Playwright's is one. */
export interface WatchedPage {
  goto(url: string): Promise<unknown>;
  waitForSelector(selector: string, options: { state: "attached"; timeout?: number }): Promise<unknown>;
  evaluate<Result>(code: string): Promise<Result>;
}
