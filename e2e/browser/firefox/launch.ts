import { resolve } from "node:path";
import { BidiConnection } from "./bidi.js";
import { findFirefox } from "./find-firefox.js";
import { type Preferences, startFirefox } from "./process.js";
import { type FirefoxTab, firstTab, newTab } from "./tab.js";
import { browserWindow, type FirefoxWindow } from "./window.js";

export interface FirefoxOptions {
  extensionDir: string;
  headless: boolean;
  preferences?: Preferences;
  /** Names that lead to this machine. */
  names?: readonly string[];
  /** Takes every certificate as good. */
  acceptInsecureCerts?: boolean;
}

/** A real Firefox with the built extension as a temporary add-on, which is given its host access. */
export interface LaunchedFirefox {
  window: FirefoxWindow;
  /** The tab that it started with. */
  tab: FirefoxTab;
  version: string;
  /** The extension's id, and the host of its own pages. */
  extension: { id: string; host: string };
  newTab(): Promise<FirefoxTab>;
  /** What the browser's menu calls "Work Offline". */
  setOffline(offline: boolean): Promise<void>;
  /** Stops the extension's event page, as the browser does when it idles; the next event starts it again. */
  stopEventPage(): Promise<void>;
  close(): Promise<void>;
}

/** A high enough panel for everything. */
const PREFERENCES: Preferences = {
  "devtools.toolbox.footer.height": 520,
  "devtools.toolbox.host": "bottom",
  "devtools.webconsole.persistlog": false,
  "network.proxy.type": 0,
  "browser.aboutConfig.showWarning": false,
};

export async function launchFirefox(options: FirefoxOptions): Promise<LaunchedFirefox> {
  const found = await findFirefox();
  if (!found) throw new Error("There is no Firefox here that the extension can be installed into.");
  const { acceptInsecureCerts = false } = options;
  const names = { "network.dns.localDomains": (options.names ?? []).join(",") };
  const preferences = { ...PREFERENCES, ...names, ...options.preferences };
  const firefox = await startFirefox(found.path, options.headless, preferences);
  try {
    const bidi = await BidiConnection.open(`${firefox.endpoint}/session`);
    await bidi.send("session.new", { capabilities: { alwaysMatch: { acceptInsecureCerts } } });
    const tab = await firstTab(bidi);
    const window = await browserWindow(bidi);
    const path = resolve(options.extensionDir);
    const { extension: id } = await bidi.send<{ extension: string }>("webExtension.install", {
      extensionData: { type: "path", path },
    });
    const host = await window.evaluate<string>(
      `WebExtensionPolicy.getByID(${JSON.stringify(id)}).mozExtensionHostname`,
    );
    return {
      window,
      tab,
      version: found.version,
      extension: { id, host },
      newTab: () => newTab(bidi),
      setOffline: (offline) => window.evaluate(`void (Services.io.offline = ${offline})`),
      stopEventPage: () =>
        window.evaluate(
          `WebExtensionPolicy.getByID(${JSON.stringify(id)}).extension.terminateBackground({ ignoreDevToolsAttached: true })`,
        ),
      close: async () => {
        bidi.close();
        await firefox.stop();
      },
    };
  } catch (error) {
    await firefox.stop();
    throw error;
  }
}
