import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "playwright";
import { expect, test } from "./fixtures.js";
import notFound from "./lab/scenarios/signalr-negotiate-not-found.js";
import { showDetails } from "./panel-steps.js";
import { readPanel } from "./triage-panel.js";
import type { Watch } from "./walk.js";

const HAR = "e2e/captures/signalr-negotiate-not-found.har";
const LINE =
  "Error: Failed to complete negotiation with the server: Error: No Connection with that ID: Status code '404'";

/** What the toolbar icon opens: the panel as a tab of its own. */
async function openTab({ browser }: Watch): Promise<Page> {
  const opened = browser.context.waitForEvent("page");
  await browser.serviceWorker.evaluate("chrome.action.onClicked.dispatch({})");
  const page = await opened;
  await page.waitForSelector("[data-testid=panel]");
  return page;
}

const cardsIn = (page: Page) =>
  page.$$eval("[data-card]", (cards) => cards.map((card) => (card as HTMLElement).dataset.cause));

test("the toolbar icon opens the panel without DevTools; a HAR opened there shows the cards of its session", async ({
  watch,
}) => {
  const page = await openTab(watch);
  await page.setInputFiles("[data-testid=file-input]", HAR);
  await page.waitForSelector("[data-card]");
  expect(await cardsIn(page)).toEqual(notFound.cards.map(({ cause }) => cause));
  await page.click("[data-card-header]");
  await page.click("[data-part=request] [data-evidence]");
  expect(await page.innerText("[data-testid=details]")).toContain("404");
  await page.click("[data-testid=close-file]");
  await page.waitForSelector("[data-card]", { state: "detached" });
  await page.close();
});

test("several files at once, each a source of its own; what is no recording says what it is instead", async ({
  watch,
}, info) => {
  const picture = info.outputPath("picture.har");
  await writeFile(picture, Buffer.from("89504e470d0a1a0a", "hex"));
  const log = info.outputPath("client.log");
  await writeFile(log, `2026-01-01T10:00:00Z ${LINE}\n`);
  const page = await openTab(watch);
  await page.setInputFiles("[data-testid=file-input]", [HAR, log, picture]);
  await page.waitForSelector("[data-reading=failed]");
  expect(await page.innerText("[data-reading=failed]")).toContain("picture (PNG)");
  expect(await page.$$eval("[role=tab][data-source^=file]", (tabs) => tabs.map((tab) => tab.textContent))).toEqual([
    "signalr-negotiate-not-found.har",
    "client.log",
    "picture.har",
  ]);
  await page.click("[data-source=file-2]");
  await page.waitForSelector("[data-card]");
  expect(await cardsIn(page)).toHaveLength(1);
  await page.close();
});

test("a connection of a HAR opens as its timeline and its decoded messages", async ({ watch }) => {
  const page = await openTab(watch);
  await page.setInputFiles("[data-testid=file-input]", "e2e/captures/signalr-healthy-websockets.har");
  await page.click("[data-show-connection]");
  await page.waitForSelector("[data-testid=timeline] [data-row]");
  const kinds = await page.$$eval("[data-message]", (rows) => rows.map((row) => (row as HTMLElement).dataset.kind));
  expect(kinds.slice(0, 2)).toEqual(["Handshake request", "Handshake response"]);
  expect(kinds).toContain("Invocation");
  expect(kinds).toContain("Completion");
  await page.click("[data-message][data-kind=Invocation]");
  expect(await page.innerText("[data-testid=message]")).toContain("[ ");
  await page.fill("[data-testid=message-search]", "nothing says this");
  await page.waitForSelector("[data-message]", { state: "detached" });
  await page.close();
});

test("a HAR that is dropped on the panel is opened", async ({ watch }) => {
  const page = await openTab(watch);
  const text = await readFile(HAR, "utf8");
  const files = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([content], "dropped.har"));
    return transfer;
  }, text);
  await page.dispatchEvent("[data-testid=panel]", "drop", { dataTransfer: files });
  await page.waitForSelector("[data-card]");
  expect(await cardsIn(page)).toEqual(notFound.cards.map(({ cause }) => cause));
  await page.close();
});

test("a pasted line is explained in the real panel, and the recording of the tab stays beside it", async ({
  fresh,
}) => {
  const { panel } = fresh;
  await panel.click("[data-source=text]");
  await panel.waitFor("document.querySelector('[data-testid=pasted-text]') !== null");
  await panel.click("[data-testid=pasted-text]");
  await panel.type(LINE);
  await panel.waitFor("document.querySelector('[data-card]') !== null");
  const { cards } = await readPanel(panel);
  expect(cards).toHaveLength(1);
  expect(cards[0]).toMatchObject({ protocol: "signalr", status: 404 });
  await panel.click("[data-card-header]");
  expect(await showDetails(panel, "[data-evidence]")).toContain("No Connection with that ID");
  await panel.click("[data-testid=clear]");
  await panel.waitForText("Paste what the console, the client or the server said");
  await panel.click("[data-source=live]");
  await panel.waitFor("document.querySelector('[data-testid=no-cards]') !== null");
});

test("a text without a failure says so, and guesses nothing", async ({ fresh }) => {
  const { panel } = fresh;
  await panel.click("[data-source=text]");
  await panel.waitFor("document.querySelector('[data-testid=pasted-text]') !== null");
  await panel.click("[data-testid=pasted-text]");
  await panel.type("Server is listening on port 3000");
  await panel.waitForText("This text shows no failed");
  expect((await readPanel(panel)).cards).toEqual([]);
  await panel.click("[data-testid=clear]");
  await panel.click("[data-source=live]");
});
