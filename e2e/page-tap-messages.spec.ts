import type { Page } from "playwright";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { waitUntil } from "./browser/wait.js";
import { withChromium } from "./browser/with-chromium.js";
import { tapsAreRegistered } from "./content-scripts.js";
import { expect, test } from "./fixtures.js";
import { servePage } from "./lab/page.js";
import type { Lab } from "./lab/scenario.js";
import { CONNECTED, chat, HUB, openSocket, serveSockets } from "./lab/sockets.js";
import { visit, withLab } from "./panel-steps.js";
import { received } from "./tapped.js";
import { notSeen, readPanel } from "./triage-panel.js";

/** DevTools alone tells of an open socket only when something ends. */
const BEFORE_DEVTOOLS_TELLS_MS = 2500;

test.describe("messages, as they happen", () => {
  test("of a socket that is still open", async ({ fresh: { page, panel } }) => {
    await withLab(async (lab) => {
      const origin = await serveSockets(lab, HUB, chat);
      await visit({ page }, await servePage(lab, { scripts: [], script: openSocket(origin, "done();") }));
      const counts = await waitUntil("three messages", () => received(panel, 3), BEFORE_DEVTOOLS_TELLS_MS);
      expect(counts).toEqual({ state: "open", sent: 1, received: 3 });
      expect(await notSeen(panel)).toEqual(["pending", "before-devtools", "workers"]);
    });
  });

  test("of a socket in a frame from another origin, each once when DevTools tells of them, too", async ({
    fresh: { page, panel },
  }) => {
    await withLab(async (lab) => {
      const origin = await serveSockets(lab, HUB, chat);
      const inner = await servePage(lab, {
        scripts: [],
        script: openSocket(
          origin,
          "socket.onmessage = ({ data }) => data === 'last' && setTimeout(() => socket.close(), 300);",
        ),
      });
      const script = `
const frame = document.createElement("iframe");
frame.src = ${JSON.stringify(inner)};
document.body.append(frame);
setTimeout(done, 2000);`;
      await visit({ page }, await servePage(lab, { scripts: [], script }));
      await waitUntil("the end", async () => (await received(panel, 3))?.state === "closed");
      await page.goto("about:blank");
      await new Promise((resolve) => setTimeout(resolve, 1000));
      expect(await received(panel, 3)).toEqual({ state: "closed", sent: 1, received: 3 });
      expect((await readPanel(panel)).connections).toHaveLength(1);
    });
  });
});

test("messages go on, each once, though the worker is stopped in between", async ({
  fresh: { browser, page, panel },
}) => {
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, (socket) => {
      socket.send(CONNECTED);
      let left = 150;
      const timer = setInterval(() => {
        socket.send("tick");
        left -= 1;
        if (left === 0) clearInterval(timer);
      }, 20);
    });
    const script = openSocket(
      origin,
      "let count = 0; window.count = () => count; socket.onmessage = () => { count += 1; }; done();",
    );
    await visit({ page }, await servePage(lab, { scripts: [], script }));
    for (let stops = 0; stops < 3; stops += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await restartWorker(browser);
    }
    await waitUntil("the page to have them all", async () => (await page.evaluate<number>("count()")) === 151, 30_000);
    const seen = await waitUntil("all messages", () => received(panel, 151));
    expect(seen).toEqual({ state: "open", sent: 1, received: 151 });
  });
});

test("of a flood every message is counted, and the panel says how many it was not told of", async () => {
  const messages = 100_000;
  // In a browser of its own: DevTools tells of them all, too, once it is asked for its log, as after another test's requests.
  await inBrowser(async ({ lab, page, panel }) => {
    const origin = await serveSockets(lab, HUB, () => undefined);
    const flood = `socket.onopen = () => { for (let left = ${messages}; left > 0; left -= 1) socket.send("x"); };`;
    const script = `{ ${openSocket(origin, flood)} } done();`;
    await visit({ page }, await servePage(lab, { scripts: [], script }));
    const numberIn = (selector: string) =>
      panel.evaluate((wanted: string) => {
        const found = document.querySelector<HTMLElement>(wanted);
        const text = found?.dataset.count ?? found?.innerText ?? "";
        return Number(text.replaceAll(",", "").match(/\d+/)?.[0] ?? 0);
      }, selector);
    const counts = await waitUntil(
      "all to be accounted for",
      async () => {
        const told = await numberIn("[data-connection] td.number");
        const missed = await numberIn("[data-missed=inPages]");
        return told + missed === messages && { told, missed };
      },
      40_000,
    );
    expect(counts.told).toBeLessThan(10_000);
    expect(counts.told).toBeGreaterThan(1_000);
  });
});

test("of long messages that come one upon the other each is told, the later ones with their beginning and how long they are at the least, and whole when DevTools tells of them", async ({
  fresh: { page, panel },
}) => {
  const messages = 60;
  const long = `{"type":"message","data":"${"x".repeat(20_000)}"}`;
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, (socket) => {
      for (let left = messages; left > 0; left -= 1) socket.send(long);
    });
    const script = openSocket(origin, "socket.onopen = done; window.end = () => socket.close();"); // says nothing itself
    await visit({ page }, await servePage(lab, { scripts: [], script }));
    await waitUntil("all of them", () => received(panel, messages));
    await panel.click("[data-show-connection]");
    const shown = async (which: "first" | "last") => {
      await panel.click(`[data-message]:${which}-child`);
      await panel.click("[data-message-view=raw]");
      return panel.text("[data-testid=message]");
    };
    await panel.waitFor("document.querySelectorAll('[data-message]').length > 1");
    expect(await shown("first")).not.toContain("Only the beginning");
    await panel.evaluate("void document.querySelector('.message-list').scrollTo(0, 1e6)");
    await panel.waitFor(`document.querySelector("[data-message]:last-child").id === "message-${messages - 1}"`);
    expect(await shown("last")).toContain("Only the beginning was kept, of at least 20,028 bytes.");
    await page.evaluate("end()");
    await expect.poll(() => shown("last")).not.toContain("Only the beginning");
    expect(await received(panel, messages)).toMatchObject({ received: messages });
  });
});

test("of long messages that a page sends one upon the other the size is that of their bytes, not of their letters", async ({
  fresh: { page, panel },
}) => {
  const messages = 60;
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, () => undefined);
    const long = `for (let left = ${messages}; left > 0; left -= 1) socket.send("é".repeat(20_000) + "€😀\\ud83d");`;
    const script = `{ ${openSocket(origin, `socket.onopen = () => { ${long} done(); };`)} }`;
    await visit({ page }, await servePage(lab, { scripts: [], script }));
    await waitUntil("all of them", async () => (await received(panel, 0))?.sent === messages);
    await panel.click("[data-show-connection]");
    await panel.waitFor("document.querySelectorAll('[data-message]').length > 1");
    await panel.evaluate("void document.querySelector('.message-list').scrollTo(0, 1e6)");
    await panel.waitFor(`document.querySelector("[data-message]:last-child").id === "message-${messages - 1}"`);
    await panel.click("[data-message]:last-child");
    await panel.click("[data-message-view=raw]");
    // Where DevTools' log was asked meanwhile, the message is whole.
    expect(await panel.text("[data-testid=message]")).toMatch(/Only the beginning was kept, of 40,010 bytes\.|é€😀/);
  });
});

test("of a socket of a page that wrote itself anew, which takes every listener from its window", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, chat);
    const script = `
document.open();
document.write("<title>Written anew</title>");
document.close();
${openSocket(origin, "done();")}`;
    await visit({ page }, await servePage(lab, { scripts: [], script }));
    expect(await waitUntil("three messages", () => received(panel, 3))).toEqual({
      state: "open",
      sent: 1,
      received: 3,
    });
  });
});

/** Tap and DevTools ask for the worker again at once, so it is never seen to be gone: only what it remembered is. */
async function restartWorker({ cdp, serviceWorker }: LaunchedBrowser): Promise<void> {
  await serviceWorker.evaluate("void (self.isOld = true)");
  const worker = (await cdp.targets()).find(({ type }) => type === "service_worker");
  if (!worker) throw new Error("no service worker runs");
  await cdp.browser.send("Target.closeTarget", { targetId: worker.targetId });
  await waitUntil("a new worker", () => serviceWorker.evaluate<boolean>("self.isOld !== true").catch(() => false));
}

interface Session {
  lab: Lab;
  page: Page;
  panel: DevtoolsPanel;
}

function inBrowser(work: (session: Session) => Promise<void>): Promise<void> {
  return withChromium(async (browser) => {
    const panel = await openPanel(browser);
    await tapsAreRegistered(browser);
    await withLab((lab) => work({ lab, page: browser.page, panel }));
    expect(browser.collectErrors().all()).toEqual([]);
  });
}
