import type { Page } from "playwright";
import { CdpError, type CdpSession, type TargetInfo } from "./cdp.js";
import type { Place } from "./error-log.js";
import { evaluateIn } from "./evaluate.js";
import type { LaunchedBrowser } from "./launch.js";
import { waitUntil } from "./wait.js";

/** An extension's document inside DevTools: the devtools_page or a panel. */
interface ExtensionFrame {
  session: CdpSession;
  /** Where it is now; empty until it has been navigated. */
  url: string;
}

/** The DevTools of one tab, with the extension's documents that run inside it. */
export interface DevtoolsWindow {
  targetId: string;
  session: CdpSession;
  frames: readonly ExtensionFrame[];
}

/** By DevTools target: attaching twice would report each error twice. */
const windows = new WeakMap<LaunchedBrowser, Map<string, Promise<DevtoolsWindow>>>();

/**
 * The DevTools of a page, opened if it is not, once the extension's own page runs in it. From here on the extension
 * sees what the page does; its panel does not exist before somebody opens it.
 */
export async function openDevtools(browser: LaunchedBrowser, page: Page = browser.page): Promise<DevtoolsWindow> {
  const targetId = await devtoolsTarget(browser, page);
  const known = windows.get(browser) ?? new Map<string, Promise<DevtoolsWindow>>();
  windows.set(browser, known);
  const window = known.get(targetId) ?? attachWindow(browser, targetId);
  known.set(targetId, window);
  return window;
}

/** Closes DevTools, and with it the panel and the extension's devtools page. */
export async function closeDevtools(browser: LaunchedBrowser, window: DevtoolsWindow): Promise<void> {
  windows.get(browser)?.delete(window.targetId);
  await browser.cdp.browser.send("Target.closeTarget", { targetId: window.targetId });
  await waitUntil("DevTools to close", async () => {
    const targets = await browser.cdp.targets();
    return !targets.some((target) => target.targetId === window.targetId);
  });
}

async function devtoolsTarget(browser: LaunchedBrowser, page: Page): Promise<string> {
  const session = await browser.context.newCDPSession(page);
  const { targetInfo } = await session.send("Target.getTargetInfo");
  await session.detach();
  const known = await browser.cdp.browser.send("Target.getDevToolsTarget", { targetId: targetInfo.targetId });
  if (known.targetId !== undefined) return known.targetId;
  return (await browser.cdp.browser.send("Target.openDevTools", { targetId: targetInfo.targetId })).targetId;
}

async function attachWindow(browser: LaunchedBrowser, targetId: string): Promise<DevtoolsWindow> {
  const session = await browser.cdp.attach(targetId);
  const frames: ExtensionFrame[] = [];
  session.on<{ sessionId: string; targetInfo: TargetInfo }>("Target.attachedToTarget", (event) => {
    if (event.targetInfo.type !== "iframe") return;
    const frame = { session: browser.cdp.session(event.sessionId), url: event.targetInfo.url };
    frames.push(frame);
    follow(browser, frame).catch((error: unknown) => {
      // A frame may be gone before we are done attaching; anything else is a fault of ours.
      if (!(error instanceof CdpError)) throw error;
      process.stderr.write(`[devtools] frame not followed: ${error.message}\n`);
    });
  });
  await session.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: true });
  // Input and focus behave as in a window the user is looking at, whichever window is really in front.
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
  await waitUntil("the extension's devtools page to run", async () => {
    return frames.some((frame) => placeOf(browser, frame.url) === "devtools page");
  });
  return { targetId, session, frames };
}

async function follow(browser: LaunchedBrowser, frame: ExtensionFrame): Promise<void> {
  frame.session.on<{ frame: { url: string; parentId?: string } }>("Page.frameNavigated", (event) => {
    frame.url = event.frame.url;
  });
  await browser.collectErrors().watch(frame.session, () => placeOf(browser, frame.url));
  await frame.session.send("Page.enable");
  const href = await evaluateIn<string>(frame.session, "location.href");
  if (frame.url === "") frame.url = href;
}

export function placeOf(browser: LaunchedBrowser, url: string): Place {
  if (!url.startsWith(`chrome-extension://${browser.extensionId}/`)) return "extension page";
  return new URL(url).pathname === browser.devtoolsPage ? "devtools page" : "panel";
}
