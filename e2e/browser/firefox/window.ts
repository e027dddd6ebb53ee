import type { InBrowser } from "../evaluate.js";
import type { BidiConnection } from "./bidi.js";
import { evaluateBidi } from "./script.js";

/** The browser's own window, in which script may do all that the browser can: open DevTools, look into extensions. */
export interface FirefoxWindow {
  evaluate<Result, Arg = undefined>(code: string | InBrowser<Arg, Result>, arg?: Arg): Promise<Result>;
}

interface Tree {
  contexts: { context: string; url: string }[];
}

export async function browserWindow(bidi: BidiConnection): Promise<FirefoxWindow> {
  const { contexts } = await bidi.send<Tree>("browsingContext.getTree", { "moz:scope": "chrome" });
  const context = contexts.find(({ url }) => url === "chrome://browser/content/browser.xhtml")?.context;
  if (context === undefined) throw new Error("Firefox shows no window of its own");
  return { evaluate: (code, arg) => evaluateBidi(bidi, context, code, arg) };
}

/** For script in that window: what finds DevTools, and our panel in it. */
export const DEVTOOLS = `const { require } = ChromeUtils.importESModule("resource://devtools/shared/loader/Loader.sys.mjs");
const { gDevTools } = require("devtools/client/framework/devtools");`;

/** Is the page in front another one than the browser made: does a Proxy stand where its WebSocket was? */
export function isTapped({ evaluate }: FirefoxWindow): Promise<boolean> {
  const script = `sendAsyncMessage("${TAPPED}", Cu.isProxy(Cu.waiveXrays(content).WebSocket))`;
  return evaluate(`new Promise((resolve) => {
const { messageManager } = gBrowser.selectedBrowser;
messageManager.addMessageListener("${TAPPED}", function heard({ data }) {
  messageManager.removeMessageListener("${TAPPED}", heard);
  resolve(data);
});
messageManager.loadFrameScript(${JSON.stringify(`data:,${encodeURIComponent(script)}`)}, false);
})`);
}

const TAPPED = "handshake-triage-test:tapped";
