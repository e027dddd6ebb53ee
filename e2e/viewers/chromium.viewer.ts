import { expect, test } from "playwright/test";
import { LEVELS } from "../../src/report/redact-means.js";
import { openDevtools } from "../browser/devtools-window.js";
import { evaluateIn } from "../browser/evaluate.js";
import { withChromium } from "../browser/with-chromium.js";
import { annotatedCaptures, type Row } from "./annotated.js";

/** Runs in DevTools' own window, and does what its button "Import HAR file…" does with a chosen file. */
const IMPORT = `async (name, text) => {
  const [{ NetworkLog }, { NetworkPanel }, UI] = await Promise.all([
    import("./models/logs/logs.js").then((logs) => logs.NetworkLog),
    import("./panels/network/network.js").then((network) => network.NetworkPanel),
    import("./ui/legacy/legacy.js"),
  ]);
  await UI.ViewManager.ViewManager.instance().showView("network");
  const panel = NetworkPanel.instance();
  NetworkLog.instance().reset(true);
  await panel.networkLogView.onLoadFromFile(new File([text], name + ".har"));
  const requests = NetworkLog.instance().requests();
  const listed = () => requests.filter((request) => panel.networkLogView.nodeForRequest(request)).length;
  // The list is drawn a moment later.
  for (let look = 0; look < 100 && listed() < requests.length; look += 1) await new Promise((go) => setTimeout(go, 50));
  return {
    rows: requests.map((request) => ({
      method: request.requestMethod,
      url: request.url(),
      status: request.statusCode,
      messages: request.frames().length,
    })),
    listed: listed(),
  };
}`;

interface Shown {
  rows: Row[];
  listed: number;
}

test("Chromium's Network panel imports every annotated HAR, with each request, its status and its messages", async () => {
  await withChromium(async (browser) => {
    const { session } = await openDevtools(browser);
    for (const level of LEVELS) {
      for (const { name, text, rows } of annotatedCaptures(level)) {
        const call = `(${IMPORT})(${JSON.stringify(name)}, ${JSON.stringify(text)})`;
        const shown = await evaluateIn<Shown>(session, call);
        expect(shown, `${name} at ${level}`).toEqual({ rows, listed: rows.length });
      }
    }
  });
});
