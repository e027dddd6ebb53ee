import { expect, test } from "playwright/test";
import { LEVELS } from "../../src/report/redact-means.js";
import { closing } from "../browser/closing.js";
import { launchFirefox } from "../browser/firefox/launch.js";
import { DEVTOOLS } from "../browser/firefox/window.js";
import { firefoxMissing } from "../lab/requirements.js";
import { annotatedCaptures, type Row } from "./annotated.js";

/** What the monitor's menu does with a file ("Import HAR File…"), once it is read. It shows no messages of an imported file. */
const importing = (text: string) => `(async () => {${DEVTOOLS}
const toolbox = await gDevTools.showToolboxForTab(gBrowser.selectedTab, { toolId: "netmonitor" });
const { actions, store, windowRequire } = toolbox.getPanel("netmonitor").panelWin;
const { HarImporter } = windowRequire("devtools/client/netmonitor/src/har/har-importer");
new HarImporter(actions).import(${JSON.stringify(text)});
return store.getState().requests.requests.map(({ method, url, status }) => ({ method, url, status }));
})()`;

test("Firefox's Network Monitor imports every annotated HAR, with each request and its status", async () => {
  const missing = await firefoxMissing();
  test.skip(missing !== null, missing ?? "");
  await closing(await launchFirefox({ extension: "dist/firefox", headless: true }), async ({ window }) => {
    for (const level of LEVELS) {
      for (const { name, text, rows } of annotatedCaptures(level)) {
        const shown = await window.evaluate<Omit<Row, "messages">[]>(importing(text));
        expect(shown, `${name} at ${level}`).toEqual(rows.map(({ messages: _, ...row }) => row));
      }
    }
  });
});
