import type { Page } from "playwright";

/** The tab's id in DevTools' protocol, which stays the same whatever it shows. */
export async function targetOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  await session.detach();
  return targetInfo.targetId;
}
