import { openPanel, panelView } from "./browser/devtools-panel.js";
import { openDevtools } from "./browser/devtools-window.js";
import { expect, test } from "./fixtures.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { cardOf, clearPanel, counts, openCard, showCards, showDetails, visit, withLab } from "./panel-steps.js";
import { readPanel } from "./triage-panel.js";

const FORBIDDEN = "connection-refused-by-allow-request";
const NOT_FOUND = "path-mismatch";

test("what failed before the panel was opened, but after DevTools was, is shown", async ({ fresh: { browser } }) => {
  const page = await browser.context.newPage();
  await panelView(browser, await openDevtools(browser, page));
  await withLab(async (lab) => visit({ page }, (await forbidden.start(lab)).page));
  const panel = await openPanel(browser, page);
  await cardOf(panel, FORBIDDEN, 2);
  await expect.poll(() => counts(panel)).toEqual([`${FORBIDDEN} ×2`]);
  await page.close();
});

test("the cards are still there when DevTools was closed and opened again, and go on counting", async ({
  fresh: { browser },
}) => {
  const page = await browser.context.newPage();
  await withLab(async (lab) => {
    const failing = await forbidden.start(lab);
    const first = await openPanel(browser, page);
    await visit({ page }, failing.page);
    await cardOf(first, FORBIDDEN, 2);
    await openCard(first, FORBIDDEN);
    await showDetails(first, "[data-part=request] [data-evidence]");
    await first.close();

    const second = await openPanel(browser, page);
    await cardOf(second, FORBIDDEN, 2);
    // Also how they were looked at.
    await second.waitFor(`document.querySelector('[data-cause="${FORBIDDEN}"] .card-body') !== null`);
    await second.waitFor("document.querySelector('[data-testid=details]')?.innerText.includes('403')");
    await visit({ page }, failing.page);
    await cardOf(second, FORBIDDEN, 4);
    await showCards({ page, panel: second }, notFound);
    await cardOf(second, NOT_FOUND, 2);
    await expect.poll(() => counts(second)).toEqual([`${NOT_FOUND} ×2`, `${FORBIDDEN} ×4`]);
  });
  await page.close();
});

test("a service worker that stops before, between and amid failures loses and doubles nothing", async ({ fresh }) => {
  const { panel, page, browser } = fresh;
  await withLab(async (lab) => {
    const failing = await forbidden.start(lab);
    await browser.serviceWorker.stop();
    await visit(fresh, failing.page);
    await cardOf(panel, FORBIDDEN, 2);

    await browser.serviceWorker.stop();
    await visit(fresh, failing.page);
    await cardOf(panel, FORBIDDEN, 4);

    const answered = page.waitForResponse((response) => response.status() === 403);
    const visited = visit(fresh, failing.page);
    await answered;
    await browser.serviceWorker.stop();
    await visited;
    await cardOf(panel, FORBIDDEN, 6);
  });
  // What comes after this card would have brought a doubled one with it.
  await showCards(fresh, notFound);
  await cardOf(panel, NOT_FOUND, 2);
  await expect.poll(() => counts(panel)).toEqual([`${NOT_FOUND} ×2`, `${FORBIDDEN} ×6`]);
  expect((await readPanel(panel)).connections).toHaveLength(8);
});

test("Clear forgets what failed, also when the service worker stops, and later failures still come", async ({
  fresh,
}) => {
  const { panel, browser } = fresh;
  await withLab(async (lab) => {
    const failing = await forbidden.start(lab);
    await visit(fresh, failing.page);
    await cardOf(panel, FORBIDDEN, 2);
    await clearPanel(fresh);
    await browser.serviceWorker.stop();
    await showCards(fresh, notFound);
    await cardOf(panel, NOT_FOUND, 2);
    await expect.poll(() => counts(panel)).toEqual([`${NOT_FOUND} ×2`]);

    await visit(fresh, failing.page);
    await cardOf(panel, FORBIDDEN, 2);
    await expect.poll(() => counts(panel)).toEqual([`${FORBIDDEN} ×2`, `${NOT_FOUND} ×2`]);
  });
});
