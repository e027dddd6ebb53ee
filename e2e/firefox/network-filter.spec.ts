import { openToolboxPanel } from "../browser/firefox/toolbox-panel.js";
import pollOfAWebSocket from "../lab/scenarios/socket-io-poll-of-a-websocket-session.js";
import { cardOf, counts, visit, withLab } from "../panel-steps.js";
import { expect, tapIsRegistered, testApart as test } from "./fixtures.js";

/** What the Network panel shows is kept from one DevTools to the next, and DevTools tells extensions of nothing else. */
const ONLY_IMAGES = `void Services.prefs.setCharPref("devtools.netmonitor.filters", '["images"]')`;

test("a Network panel that shows only images: what an answer said is known all the same, and counts once", async ({
  apart,
}) => {
  const { tab, window } = apart;
  await window.evaluate(ONLY_IMAGES);
  await withLab(async (lab) => {
    const { page } = await pollOfAWebSocket.start(lab);
    const panel = await openToolboxPanel(window);
    await tapIsRegistered(apart);
    await visit({ page: tab }, page);
    await expect.poll(async () => (await cardOf(panel, "session-reused")).engineIoCode).toBe(3);
    expect(await counts(panel)).toEqual(["session-reused ×1"]);
  });
});
