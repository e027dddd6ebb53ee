import type { WatchedPage } from "../panel.js";
import { waitUntil } from "../wait.js";
import type { BidiConnection } from "./bidi.js";
import { evaluateBidi } from "./script.js";

/** One tab of Firefox. */
export class FirefoxTab implements WatchedPage {
  readonly context: string;
  readonly #bidi: BidiConnection;

  constructor(bidi: BidiConnection, context: string) {
    this.#bidi = bidi;
    this.context = context;
  }

  async goto(url: string): Promise<void> {
    await this.#bidi.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  async waitForSelector(selector: string, { timeout = 30_000 }: { timeout?: number }): Promise<void> {
    const isThere = `document.querySelector(${JSON.stringify(selector)}) !== null`;
    await waitUntil(`the page to have ${selector}`, () => this.evaluate<boolean>(isThere), timeout);
  }

  async waitForText(text: string): Promise<void> {
    const isThere = `document.body.innerText.includes(${JSON.stringify(text)})`;
    await waitUntil(`the page to say "${text}"`, () => this.evaluate<boolean>(isThere), 30_000);
  }

  evaluate<Result>(code: string): Promise<Result> {
    return evaluateBidi(this.#bidi, this.context, code);
  }

  /** Brings it to the front: DevTools opens on the tab that is there. */
  async show(): Promise<void> {
    await this.#bidi.send("browsingContext.activate", { context: this.context });
  }

  async close(): Promise<void> {
    await this.#bidi.send("browsingContext.close", { context: this.context });
  }
}

export async function newTab(bidi: BidiConnection): Promise<FirefoxTab> {
  const { context } = await bidi.send<{ context: string }>("browsingContext.create", { type: "tab" });
  return new FirefoxTab(bidi, context);
}

export async function firstTab(bidi: BidiConnection): Promise<FirefoxTab> {
  const { contexts } = await bidi.send<{ contexts: { context: string }[] }>("browsingContext.getTree");
  const [first] = contexts;
  if (!first) throw new Error("Firefox has no tab");
  return new FirefoxTab(bidi, first.context);
}
