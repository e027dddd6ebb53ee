import { createServer } from "node:http";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { openPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { withChromium } from "./browser/with-chromium.js";
import { saveExport } from "./export.js";
import { listen } from "./lab/lab.js";
import notFound from "./lab/scenarios/socket-io-not-found.js";
import { type NetRequest, requestsIn } from "./net-log.js";
import { inEmptyFolder } from "./packages/temporary-folder.js";
import { openCard, showCards, withLab } from "./panel-steps.js";

const LINE = "WebSocket connection to 'wss://elsewhere.test/chat' failed: Error during WebSocket handshake: 404";
const isOurs = ({ initiator }: NetRequest) => initiator.startsWith("chrome-extension:");
const isOfThePage = ({ initiator }: NetRequest) => initiator.startsWith("http://127.0.0.1:");
/** What a page asked of others than its own servers; the browser's requests for itself have no origin to ask for them. */
const isElsewhere = ({ initiator, url }: NetRequest) =>
  /^https?:/.test(initiator) && new URL(url).hostname !== "127.0.0.1";

test("in a full session only the page asks anything of the network", async () => {
  const requests = await requestsOf(async (browser, folder) => {
    const panel = await openPanel(browser);
    await showCards({ page: browser.page, panel }, notFound);
    await openCard(panel, notFound.cards[0]?.cause ?? "");
    for (const format of ["har", "markdown"] as const) await saveExport(browser, panel, format, folder);
    const tab = browser.context.waitForEvent("page");
    await browser.serviceWorker.evaluate("chrome.action.onClicked.dispatch({})");
    await (await tab).setInputFiles("[data-testid=file-input]", {
      name: "client.log",
      mimeType: "text/plain",
      buffer: Buffer.from(LINE),
    });
    await (await tab).waitForSelector("[data-card]");
  });
  expect(requests.filter(isOfThePage).length, "the page's own, with the handshake that fails").toBeGreaterThan(1);
  expect(requests.filter(isOurs)).toEqual([]);
  expect(requests.filter(isElsewhere)).toEqual([]);
});

test("the browser lets none of the extension's pages and workers ask, and its log would tell if it did", async () => {
  await withLab(async (lab) => {
    const asked: string[] = [];
    const server = createServer(({ url = "" }, response) => {
      asked.push(url);
      response.writeHead(200, { "access-control-allow-origin": "*" }).end();
    });
    const origin = await listen(lab, server);
    const requests = await requestsOf(async (browser) => {
      const panel = await openPanel(browser);
      const ask = (from: string) => `fetch("${origin}/${from}").then(() => "answered", () => "refused")`;
      expect(await panel.evaluate<string>(ask("panel"))).toBe("refused");
      expect(await browser.serviceWorker.evaluate<string>(ask("worker"))).toBe("refused");
      await browser.page.goto(origin);
      expect(await browser.page.evaluate<string>(ask("page"))).toBe("answered");
    });
    expect(asked.filter((path) => ["/panel", "/worker", "/page"].includes(path))).toEqual(["/page"]);
    expect(requests.map(({ url, initiator }) => [url, initiator])).toContainEqual([`${origin}/page`, origin]);
  });
});

/** The browser writes its log to the end when it is closed. */
async function requestsOf(session: (browser: LaunchedBrowser, folder: string) => Promise<void>): Promise<NetRequest[]> {
  return inEmptyFolder(async (folder) => {
    const log = join(folder, "net.json");
    await withChromium(
      async (browser) => {
        await session(browser, folder);
      },
      { extraArgs: [`--log-net-log=${log}`] },
    );
    return requestsIn(log);
  });
}
