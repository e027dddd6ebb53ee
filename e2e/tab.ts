import type { Page } from "playwright";
import type { Tab } from "./lab/scenario.js";

export interface Hold {
  tab: Tab;
  /** Takes back what is still on, and leaves no other tab behind. */
  release(): Promise<void>;
}

/** What happens to a tab from outside, through the browser's own protocol. */
export async function takeHold(page: Page): Promise<Hold> {
  const session = await page.context().newCDPSession(page);
  let inFront: Page | null = null;
  let isOffline = false;

  async function setOffline(offline: boolean): Promise<void> {
    await page.context().setOffline(offline);
    isOffline = offline;
  }

  async function freeze(): Promise<void> {
    inFront = await page.context().newPage();
    await inFront.bringToFront();
    await session.send("Page.setWebLifecycleState", { state: "frozen" });
  }

  async function resume(): Promise<void> {
    if (!inFront) return;
    await session.send("Page.setWebLifecycleState", { state: "active" });
    await inFront.close();
    inFront = null;
    await page.bringToFront();
  }

  const tab: Tab = {
    says: (text) => page.getByText(text).first().waitFor(),
    freeze,
    resume,
    goOffline: () => setOffline(true),
    goOnline: () => setOffline(false),
  };
  return {
    tab,
    async release() {
      await resume();
      if (isOffline) await tab.goOnline();
      await session.detach();
    },
  };
}
