import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright";
import { CdpConnection } from "./cdp.js";
import { ErrorLog } from "./error-log.js";
import { readExtension } from "./extension-id.js";
import { findChromium } from "./find-chromium.js";
import { createProfile, type Dock, removeProfile, removeProfileOnExit, type Theme } from "./profile.js";
import { ServiceWorker } from "./service-worker.js";
import { waitUntil } from "./wait.js";

export interface LaunchOptions {
  extensionDir: string;
  headless: boolean;
  /** Other extensions of the same profile. */
  otherExtensions?: string[];
  /** Where the first tab goes; left out, it stays blank, so that DevTools can be up before any traffic. */
  url?: string;
  extraArgs?: string[];
  /** Undocked unless said otherwise: the panel's width is then the window's, so pictures can have any width. */
  dock?: Dock;
  theme?: Theme;
  /** Each tab opens with DevTools, unless this is false. */
  autoOpenDevtools?: boolean;
  /** Playwright turns the back/forward cache off, unless this is true. */
  backForwardCache?: boolean;
  /** A profile that outlives the browser (for a restart); left out, a fresh one is made and removed. */
  profile?: string;
}

export interface LaunchedBrowser {
  context: BrowserContext;
  /** The first tab. */
  page: Page;
  /** The second connection, which sees DevTools, the panel and the service worker. */
  cdp: CdpConnection;
  extensionId: string;
  /** The manifest's devtools_page as a path. */
  devtoolsPage: string;
  profile: string;
  version: string;
  serviceWorker: ServiceWorker;
  /** Exceptions and console errors of the service worker and of each DevTools window that was opened through us. */
  collectErrors(): ErrorLog;
  close(): Promise<void>;
}

export async function launchWithExtension(options: LaunchOptions): Promise<LaunchedBrowser> {
  const extensionDir = resolve(options.extensionDir);
  const extension = await readExtension(extensionDir);
  const { path: executablePath, version } = await findChromium();
  const profile = options.profile ?? (await createProfile(options.dock ?? "undocked", options.theme ?? "light"));
  const keepProfile = options.profile !== undefined;
  const forget = keepProfile ? () => undefined : removeProfileOnExit(profile);
  const undo: (() => Promise<void>)[] = keepProfile ? [] : [() => removeProfile(profile)];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
    forget();
  };
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      // Playwright's own headless mode is the old one for some builds; the flag below asks for the new one.
      headless: false,
      viewport: null,
      // As root the sandbox cannot start at all; everyone else keeps it.
      chromiumSandbox: process.getuid?.() !== 0,
      ignoreDefaultArgs: [
        "--disable-extensions",
        ...(options.backForwardCache ? ["--disable-back-forward-cache"] : []),
      ],
      args: browserArgs(
        options,
        [extensionDir, ...(options.otherExtensions ?? []).map((each) => resolve(each))].join(","),
      ),
    });
    undo.push(() => context.close());
    const cdp = await CdpConnection.open(await debuggingUrl(profile));
    undo.push(() => cdp.close());
    const errors = new ErrorLog();
    const serviceWorker = new ServiceWorker(cdp, extension.id);
    await serviceWorker.watch(errors);
    const page = context.pages()[0] ?? (await context.newPage());
    if (options.url !== undefined) await page.goto(options.url);
    return {
      context,
      page,
      cdp,
      extensionId: extension.id,
      devtoolsPage: extension.devtoolsPage,
      profile,
      version,
      serviceWorker,
      collectErrors: () => errors,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function browserArgs(options: LaunchOptions, extensionDirs: string): string[] {
  return [
    ...(options.headless ? ["--headless=new", "--disable-gpu"] : []),
    ...(options.autoOpenDevtools === false ? [] : ["--auto-open-devtools-for-tabs"]),
    `--disable-extensions-except=${extensionDirs}`,
    `--load-extension=${extensionDirs}`,
    // A second door beside Playwright's pipe; the browser picks a free port and writes it into the profile.
    "--remote-debugging-port=0",
    "--disable-quic",
    "--disable-sync",
    ...(options.extraArgs ?? []),
  ];
}

/** The file's two lines: the port, and the path of the browser's own endpoint. */
async function debuggingUrl(profile: string): Promise<string> {
  const file = join(profile, "DevToolsActivePort");
  return waitUntil(`the debugging port in ${file}`, async () => {
    const [port, path] = (await readFile(file, "utf8")).trim().split("\n");
    return port !== undefined && path !== undefined && `ws://127.0.0.1:${port}${path}`;
  });
}
