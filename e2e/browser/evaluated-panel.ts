import type { InBrowser } from "./evaluate.js";
import type { TriagePanel } from "./panel.js";
import type { Picture } from "./picture.js";
import { waitUntil } from "./wait.js";

/** What a panel shows, and the waiting for it, wherever its document can be asked. */
export abstract class EvaluatedPanel implements TriagePanel {
  readonly #patience: number;

  /** In milliseconds: how long it is waited for what is to come. */
  constructor(patience: number) {
    this.#patience = patience;
  }

  abstract evaluate<Result, Arg = undefined>(code: string | InBrowser<Arg, Result>, arg?: Arg): Promise<Result>;
  abstract click(selector: string): Promise<void>;
  abstract screenshot(path: string, picture?: Picture): Promise<void>;
  abstract close(): Promise<void>;

  text(selector = "body"): Promise<string> {
    return this.evaluate((wanted: string) => {
      const element = document.querySelector<HTMLElement>(wanted);
      if (element === null) throw new Error(`Nothing matches ${wanted}`);
      // Not textContent, which would include what is hidden.
      return element.innerText;
    }, selector);
  }

  waitFor<Result>(condition: string | InBrowser<undefined, Result>, timeout = this.#patience): Promise<Result> {
    const what = `the panel: ${String(condition).slice(0, 200)}`;
    return waitUntil(what, async () => (await this.evaluate<Result>(condition)) || undefined, timeout);
  }

  waitForText(text: string, timeout = this.#patience): Promise<boolean> {
    return waitUntil(`the panel to show "${text}"`, async () => (await this.text()).includes(text), timeout);
  }
}
