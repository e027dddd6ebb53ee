import type { CDPSession, Page } from "playwright";
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
    await ownSession(page).send("Emulation.setFocusEmulationEnabled", { enabled: false });
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
    await ownSession(page).send("Emulation.setFocusEmulationEnabled", { enabled: true });
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

/**
 * Playwright lets every page believe that it is in front, by its own session with the browser, and only that session can
 * take it back; a page in front is neither hidden nor can it be frozen. It offers no door to it.
 */
function ownSession(page: Page): Pick<CDPSession, "send"> {
  const { _connection: connection } = page as unknown as { _connection?: { toImpl?: (page: Page) => Inside } };
  const session = connection?.toImpl?.(page).delegate?._mainFrameSession?._client;
  if (!session)
    throw new Error("Playwright keeps its session elsewhere now: see crPage.ts and mend ownSession in e2e/tab.ts");
  return session;
}

interface Inside {
  delegate?: { _mainFrameSession?: { _client?: Pick<CDPSession, "send"> } };
}
