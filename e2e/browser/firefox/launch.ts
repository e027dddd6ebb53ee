import { resolve } from "node:path";
import { BidiConnection } from "./bidi.js";
import { findFirefox } from "./find-firefox.js";
import { type Preferences, startFirefox } from "./process.js";
import { type FirefoxTab, firstTab, newTab } from "./tab.js";
import { browserWindow, type FirefoxWindow } from "./window.js";

export interface FirefoxOptions {
  /** A folder, or a packed extension. */
  extension: string;
  headless: boolean;
  /** Installed as from the store, so that it can be updated, and not only until the browser ends. */
  permanent?: boolean;
  preferences?: Preferences;
  /** Names that lead to this machine. */
  names?: readonly string[];
  /** Certificates, as DER in base64, of authorities that it takes as good beside those it knows. */
  authorities?: readonly string[];
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
  /** What the user gives and takes in the add-ons manager: access to all sites. */
  setHostAccess(given: boolean): Promise<void>;
  /** What of the extension acts in pages or waits for their requests: registered content scripts, `webRequest` listeners. */
  presence(): Promise<{ scripts: number; listeners: number }>;
  /** What the browser's menu calls "Work Offline". */
  setOffline(offline: boolean): Promise<void>;
  /** Gives the browser a newer package, as its look for updates would have found it. Says whether it waits for the extension's word. */
  offerUpdate(path: string): Promise<boolean>;
  /** The version that runs. */
  runningVersion(): Promise<string>;
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
  // Offline, a browser reaches nobody: here the servers are on this machine, and it would go on reaching those.
  "network.disable-localhost-when-offline": true,
  "browser.aboutConfig.showWarning": false,
};

/** Trusted for servers, and kept with the profile. */
function trust(authority: string): string {
  return `void Cc["@mozilla.org/security/x509certdb;1"].getService(Ci.nsIX509CertDB).addCertFromBase64("${authority}", "C,,")`;
}

/** Connections to this machine would live on, as no others do. */
function setOffline(offline: boolean): string {
  const cut = `Services.obs.notifyObservers(null, "net:cancel-all-connections")`;
  return `void (Services.io.offline = ${offline}${offline ? `, ${cut}` : ""})`;
}

function hostAccess(policy: string, given: boolean): string {
  return `(() => {
const { ExtensionPermissions } = ChromeUtils.importESModule("resource://gre/modules/ExtensionPermissions.sys.mjs");
const { id, extension } = ${policy};
return ExtensionPermissions.${given ? "add" : "remove"}(id, { permissions: [], origins: ["<all_urls>"] }, extension); })()`;
}

function offerUpdate(path: string): string {
  return `(async () => {
const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
const { FileUtils } = ChromeUtils.importESModule("resource://gre/modules/FileUtils.sys.mjs");
const install = await AddonManager.getInstallForFile(new FileUtils.File(${JSON.stringify(path)}), "application/x-xpinstall");
if (install.error) throw new Error("the package cannot be installed: " + install.error);
return new Promise((resolve, reject) => {
  install.addListener({
    onInstallPostponed: () => resolve(true),
    onInstallEnded: () => resolve(false),
    onInstallFailed: () => reject(new Error("the update failed: " + install.error)),
  });
  void install.install();
}); })()`;
}

/** An event page's listeners are the browser's to keep, since it wakes the page for them. */
function presence(policy: string): string {
  return `(() => {
const { contentScripts, extension } = ${policy};
const events = [...(extension.persistentListeners?.get("webRequest")?.values() ?? [])];
return { scripts: contentScripts.length, listeners: events.reduce((sum, { size }) => sum + size, 0) }; })()`;
}

export async function launchFirefox(options: FirefoxOptions): Promise<LaunchedFirefox> {
  const found = await findFirefox();
  if (!found) throw new Error("There is no Firefox here that the extension can be installed into.");
  const names = { "network.dns.localDomains": (options.names ?? []).join(",") };
  const preferences = { ...PREFERENCES, ...names, ...options.preferences };
  const firefox = await startFirefox(found.path, options.headless, preferences);
  try {
    const bidi = await BidiConnection.open(`${firefox.endpoint}/session`);
    await bidi.send("session.new", { capabilities: {} });
    const tab = await firstTab(bidi);
    const window = await browserWindow(bidi);
    for (const authority of options.authorities ?? []) await window.evaluate(trust(authority));
    const path = resolve(options.extension);
    const { extension: id } = await bidi.send<{ extension: string }>("webExtension.install", {
      extensionData: { type: path.endsWith(".zip") ? "archivePath" : "path", path },
      "moz:permanent": options.permanent ?? false,
    });
    const policy = `WebExtensionPolicy.getByID(${JSON.stringify(id)})`;
    const host = await window.evaluate<string>(`${policy}.mozExtensionHostname`);
    return {
      window,
      tab,
      version: found.version,
      extension: { id, host },
      newTab: () => newTab(bidi),
      setOffline: (offline) => window.evaluate(setOffline(offline)),
      stopEventPage: () => window.evaluate(`${policy}.extension.terminateBackground({ ignoreDevToolsAttached: true })`),
      setHostAccess: (given) => window.evaluate(hostAccess(policy, given)),
      offerUpdate: (newer) => window.evaluate(offerUpdate(resolve(newer))),
      runningVersion: () => window.evaluate(`${policy}.extension.version`),
      presence: () => window.evaluate(presence(policy)),
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
