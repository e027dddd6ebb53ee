import type { CdpSession } from "../browser/cdp.js";
import { placeOf } from "../browser/devtools-window.js";
import type { Watch } from "../walk.js";

/** The extension's own page in DevTools, which records. */
export function devtoolsPage({ browser, panel }: Watch): CdpSession {
  const frame = panel.window.frames.find(({ url }) => placeOf(browser, url) === "devtools page");
  if (!frame) throw new Error("the extension's devtools page is not there");
  return frame.session;
}
