import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { CdpConnection, type CdpSession } from "../browser/cdp.js";
import { findChromium } from "../browser/find-chromium.js";
import { createProfile, removeProfile, removeProfileOnExit } from "../browser/profile.js";
import { waitUntil } from "../browser/wait.js";

export interface Chromium {
  cdp: CdpConnection;
  /** The one tab that tests run in. */
  tab: CdpSession;
  tabId: string;
  close(): Promise<void>;
}

/**
 * The project's browser as its users start it: Playwright would switch the back/forward cache off, which some of these
 * tests are about. DevTools is open on the tab with and without the extension, so that the extension is all that differs.
 */
export async function startChromium(extension: string | null): Promise<Chromium> {
  const { path } = await findChromium();
  const profile = await createProfile("undocked", "light");
  const forget = removeProfileOnExit(profile);
  const child = spawn(path, [...argsFor(extension), `--user-data-dir=${profile}`, "about:blank"], { stdio: "ignore" });
  const cdp = await CdpConnection.open(await debuggingUrl(profile));
  const { targetId } = await waitUntil("the tab", async () => {
    return (await cdp.targets()).find(({ type, url }) => type === "page" && url === "about:blank");
  });
  const tab = await cdp.attach(targetId);
  await cdp.browser.send("Target.openDevTools", { targetId });
  await tab.send("Page.enable");
  tab.on("Page.javascriptDialogOpening", () => void tab.send("Page.handleJavaScriptDialog", { accept: true }));
  const close = async () => {
    await end(child, cdp);
    await removeProfile(profile);
    forget();
  };
  return { cdp, tab, tabId: targetId, close };
}

function argsFor(extension: string | null): string[] {
  const folder = extension && resolve(extension);
  return [
    ...["--headless=new", "--disable-gpu", "--no-first-run", "--no-default-browser-check"],
    ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ...(folder ? [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`] : ["--disable-extensions"]),
    ...[
      "--remote-debugging-port=0",
      "--disable-quic",
      "--disable-sync",
      "--disable-background-networking",
      "--disable-component-update",
    ],
    // Windows that tests open are to run as if somebody looked at them.
    ...["--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows"],
    ...["--disable-renderer-backgrounding", "--disable-popup-blocking"],
    ...["--ignore-certificate-errors", "--host-resolver-rules=MAP *.test 127.0.0.1"],
  ];
}

async function debuggingUrl(profile: string): Promise<string> {
  const file = join(profile, "DevToolsActivePort");
  return waitUntil(`the debugging port in ${file}`, async () => {
    const [port, path] = (await readFile(file, "utf8")).trim().split("\n");
    return port !== undefined && path !== undefined && `ws://127.0.0.1:${port}${path}`;
  });
}

async function end(child: ChildProcess, cdp: CdpConnection): Promise<void> {
  const gone = child.exitCode === null ? once(child, "exit") : Promise.resolve();
  await cdp.browser.send("Browser.close").catch(() => child.kill());
  await gone;
  await cdp.close();
}
