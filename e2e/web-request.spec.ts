import { expect } from "playwright/test";
import { openPanel } from "./browser/devtools-panel.js";
import { test } from "./granted.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import tokenOfAnotherHub from "./lab/scenarios/web-pubsub-token-of-another-hub.js";
import { cardOf, counts, showCards, visit, withLab } from "./panel-steps.js";

const FORBIDDEN = "connection-refused-by-allow-request";
const NOT_FOUND = "path-mismatch";
const HIDDEN = "handshake-status-hidden";

// One browser for all of them: it takes two starts to grant something.
test.describe.configure({ mode: "default" });

test("a failure from before DevTools was opened is there when the panel opens, and counted once", async ({
  granted: browser,
}) => {
  const page = await browser.context.newPage();
  await withLab(async (lab) => {
    const failing = await forbidden.start(lab);
    await visit({ page }, failing.page);
    const panel = await openPanel(browser, page);
    const card = await cardOf(panel, FORBIDDEN, 2);
    expect(card.status).toBe(403);

    await visit({ page }, failing.page);
    await showCards({ page, panel }, notFound);
    await cardOf(panel, NOT_FOUND, 2);
    await expect.poll(() => counts(panel)).toEqual([`${NOT_FOUND} ×2`, `${FORBIDDEN} ×4`]);
  });
  await page.close();
  expect(browser.collectErrors().all()).toEqual([]);
});

test("a refused WebSocket, whose status the browser now hides, is said to be so, and nothing is guessed", async ({
  granted: browser,
}) => {
  const page = await browser.context.newPage();
  const panel = await openPanel(browser, page);
  await showCards({ page, panel }, { ...tokenOfAnotherHub, cards: [{ cause: HIDDEN }] });
  expect((await cardOf(panel, HIDDEN)).status).toBeNull();
  // Another guess would have come before this card.
  await showCards({ page, panel }, notFound);
  await cardOf(panel, NOT_FOUND, 2);
  await expect.poll(() => counts(panel)).toEqual([`${NOT_FOUND} ×2`, `${HIDDEN} ×1`]);
  await page.close();
  expect(browser.collectErrors().all()).toEqual([]);
});
