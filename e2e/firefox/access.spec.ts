import { openToolboxPanel, type ToolboxPanel } from "../browser/firefox/toolbox-panel.js";
import { isTapped } from "../browser/firefox/window.js";
import { waitUntil } from "../browser/wait.js";
import forbidden from "../lab/scenarios/socket-io-forbidden.js";
import { cardOf, counts, visit, withLab } from "../panel-steps.js";
import { notSeen } from "../triage-panel.js";
import { expect, tapIsRegistered, testApart as test } from "./fixtures.js";

const FORBIDDEN = "connection-refused-by-allow-request";
const DIALOG = "[data-testid=background-dialog]";

test("with DevTools closed and background recording off nothing of ours is in any page, and nothing is recorded", async ({
  apart,
}) => {
  const { tab, window } = apart;
  await withLab(async (lab) => {
    const { page } = await forbidden.start(lab);
    const visited = () => visit({ page: tab }, page);
    await waitUntil("the recorder to listen", async () => (await apart.presence()).listeners > 0);
    await visited();
    expect(await isTapped(window)).toBe(false);

    const first = await openToolboxPanel(window);
    await cardOf(first, FORBIDDEN, 2);
    await tapIsRegistered(apart);
    await visited();
    await cardOf(first, FORBIDDEN, 4);
    expect(await isTapped(window)).toBe(true);
    await turn(first, false);
    await first.close();
    await waitUntil("the scripts to go", async () => (await apart.presence()).scripts === 0);

    await visited();
    expect(await isTapped(window)).toBe(false);
    await apart.stopEventPage();
    await visited();
    expect((await apart.presence()).scripts).toBe(0);

    const second = await openToolboxPanel(window);
    await cardOf(second, FORBIDDEN, 4);
    await expect.poll(() => counts(second)).toEqual([`${FORBIDDEN} ×4`]);
    await turn(second, true);
    await second.close();
    await waitUntil("the scripts to go", async () => (await apart.presence()).scripts === 0);
    await visited();
    expect(await isTapped(window)).toBe(false);
    const third = await openToolboxPanel(window);
    await cardOf(third, FORBIDDEN, 6);
    await expect.poll(() => counts(third)).toEqual([`${FORBIDDEN} ×6`]);
  });
});

test("access to sites taken away amid a capture: DevTools goes on telling, and the panel says what it misses", async ({
  apart,
}) => {
  const { tab, window } = apart;
  await withLab(async (lab) => {
    const { page } = await forbidden.start(lab);
    const panel = await openToolboxPanel(window);
    await visit({ page: tab }, page);
    await cardOf(panel, FORBIDDEN, 2);
    await waitUntil("the tap to be seen", async () => !(await notSeen(panel)).includes("page-access"));

    await apart.setHostAccess(false);
    await waitUntil("the panel to say so", async () => (await notSeen(panel)).includes("page-access"));
    await visit({ page: tab }, page);
    expect(await isTapped(window)).toBe(false);
    expect((await cardOf(panel, FORBIDDEN, 4)).status).toBe(403);

    await apart.setHostAccess(true);
    await visit({ page: tab }, page);
    await cardOf(panel, FORBIDDEN, 6);
    await waitUntil("the tap to be seen again", async () => !(await notSeen(panel)).includes("page-access"));
    await expect.poll(() => counts(panel)).toEqual([`${FORBIDDEN} ×6`]);
  });
});

/** With the panel's own switch. */
async function turn(panel: ToolboxPanel, on: boolean): Promise<void> {
  await panel.waitFor(`document.querySelector('[data-testid=background][data-on=${!on}]') !== null`);
  await panel.click("[data-testid=background]");
  await panel.waitFor(`document.querySelector('${DIALOG}[open][data-on=${!on}]') !== null`);
  await panel.click("[data-testid=background-switch]");
  await panel.waitFor(`document.querySelector('${DIALOG}[data-on=${on}]') !== null`);
  await panel.click("[data-testid=background-close]");
}
