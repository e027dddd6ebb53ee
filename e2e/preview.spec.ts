import axe from "axe-core";
import type { Page } from "playwright";
import { expect, test } from "playwright/test";
import { handshake, message, messages } from "../src/core/sample-events.js";
import { type PreviewSite, startPreview } from "./preview-page.js";
import { openConnection, SHOWN_OF, STICKY, VIEWS } from "./preview-views.js";

/** What the panel does in any browser page: on the plain page it is tried in a fraction of DevTools' time. */
test.describe.configure({ mode: "serial" });

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/** The script that explains failures, as `src/panel/loading.ts` waits for it. */
const DIAGNOSED = "**/assets/diagnosed.js";

let site: PreviewSite;
test.beforeAll(async () => {
  site = await startPreview();
});
test.afterAll(() => site.close());

test("axe-core finds nothing in any view full of data, light and dark", async () => {
  const found: Record<string, string[]> = {};
  for (const [name, show] of Object.entries(VIEWS)) {
    const page = await site.open(SHOWN_OF[name]);
    await show(page);
    await page.evaluate(axe.source);
    const light = await violations(page, {});
    // What the themes differ in are their colours.
    await page.evaluate(() => document.querySelector("[data-theme]")?.setAttribute("data-theme", "dark"));
    found[name] = [...light, ...(await violations(page, { runOnly: ["color-contrast"] }))];
    await page.context().close();
  }
  expect(found).toEqual(Object.fromEntries(Object.keys(VIEWS).map((name) => [name, []])));
});

async function violations(page: Page, options: axe.RunOptions): Promise<string[]> {
  const { violations: found } = await page.evaluate<axe.AxeResults, axe.RunOptions>(
    // What is behind a modal dialog is out of reach.
    (given) => window.axe.run(document.querySelector("dialog[open]") ?? document, given),
    { ...options, resultTypes: ["violations"] },
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`),
  );
}

test("a failing connection is compared with one that works, differences first", async () => {
  const page = await site.open();
  await page.click(`${STICKY} [data-card-header]`);
  await openConnection(page, "failed", "signalr");
  await page.selectOption("[data-testid=compare-with]", { index: 1 });
  await page.waitForSelector("[data-testid=compare]");
  expect(await page.innerText("[data-testid=compare] [data-standing=differs][data-name=Endpoint]")).toContain(
    "/upload",
  );
  expect(await page.locator("[data-testid=compare] [data-standing=alike]:visible").count()).toBe(0);
  await page.click("[data-testid=back]");
  await page.waitForSelector("[data-testid=connection]");
  await page.context().close();
});

test("an evidence line leads on to its spot in the timeline", async () => {
  const page = await site.open();
  await page.click(`${STICKY} [data-card-header]`);
  await expect(page.locator(`${STICKY} [data-testid=catalogue-page]`).first()).toContainText(
    "docs/causes/engine-io/no-sticky-sessions.md",
  );
  await page.click(`${STICKY} [data-part=request] [data-evidence]`);
  await page.click("[data-testid=to-timeline]");
  expect(await page.innerText("[data-testid=timeline] [data-marked=true]")).toContain("400");
  await page.context().close();
});

test("a card is copied for the ticket, redacted", async () => {
  const page = await site.open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.click(`${STICKY} [data-card-header]`);
  await page.click(`${STICKY} [data-testid=copy-ticket]`);
  await page.waitForSelector(`${STICKY} [data-testid=copy-ticket][data-copy=copied]`);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text.match(/^### Cause: .+$/gm)).toEqual([expect.stringContaining("`no-sticky-sessions`")]);
  expect(text).not.toContain("token-");
  await page.context().close();
});

test("the log that would decide is pasted beside what was recorded, and decides", async () => {
  const page = await site.open();
  const cut = "[data-cause=connection-reset]";
  await page.click(`${cut} [data-card-header]`);
  await page.click(`${cut} [data-testid=decide-by]`);
  await page.waitForSelector(`[data-testid=beside]:has-text("https://app.test/upload")`);
  await page.fill(
    "[data-testid=pasted-text]",
    "The maximum message size of 32768B was exceeded. The message size can be configured in AddHubOptions.",
  );
  await page.waitForSelector("[data-card][data-cause=message-too-large]");
  expect(await page.locator("[data-connection]").count()).toBe(1);
  await page.context().close();
});

test("the request that would decide, or the timeline, is opened", async () => {
  const byRequest = await site.open({ capture: "web-pubsub-path-of-nobody" });
  await byRequest.click("[data-card] [data-card-header]");
  await byRequest.click("[data-card] [data-testid=decide-by]");
  await expect(byRequest.locator("[data-testid=details]")).toContainText("404");
  await byRequest.context().close();

  const byTimeline = await site.open({ capture: "socket-io-never-joins" });
  await byTimeline.click("[data-card] [data-card-header]");
  await byTimeline.click("[data-card] [data-testid=decide-by]");
  await expect(byTimeline.locator("[data-testid=timeline] [data-row]")).not.toHaveCount(0);
  await byTimeline.context().close();
});

test("cards are ordered and filtered, and the next panel of the tab looks the same", async () => {
  const page = await site.open();
  const first = () => page.locator("[data-card]").first().getAttribute("data-occurrences");
  await page.selectOption("[data-testid=sort]", "often");
  expect(await first()).toBe("4");
  expect(await page.locator("[data-card] [data-strikes]").count()).toBeGreaterThan(0);
  await page.click("[data-facet=host][data-value='app.test']");
  await page.waitForFunction(() => document.querySelectorAll("[data-card]").length === 3);
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll("[data-card]").length === 3);
  expect(await first()).toBe("4");
  await page.context().close();
});

test("cards are filtered by status, codes, protocol, phase, host and time, and each chip says how many it leaves", async () => {
  const page = await site.open();
  const shown = page.locator("[data-card]");
  const all = await shown.count();
  for (const facet of ["status", "engineIoCode", "closeCode", "protocol", "phase", "host"]) {
    const chip = page.locator(`[data-facet=${facet}]`).first();
    await chip.click();
    const left = Number(await chip.locator(".chip-count").innerText());
    expect([facet, left > 0 && left < all, await shown.count()]).toEqual([facet, true, left]);
    await chip.click();
    await expect(shown).toHaveCount(all);
  }
  const anHourLater = Date.UTC(2100, 0, 1);
  const refused = { ...handshake("z"), at: anHourLater, endedAt: anHourLater, status: 404 };
  await page.evaluate(
    (events) => window.postMessage(events),
    [{ ...refused, url: "wss://late.test/socket.io/?EIO=4&transport=websocket" }],
  );
  await expect(shown).toHaveCount(all + 1);
  await page.selectOption("[data-testid=within]", "1");
  await expect(shown).toHaveCount(1);
  await page.context().close();
});

test("a timeline shows the steps, the silence that was cut, its limits, what the page gave up, and what the client tried before", async () => {
  const page = await site.open({ sample: "cuts" });
  await openConnection(page, "failed", "signalr");
  const timeline = page.locator("[data-testid=timeline]");
  expect(await timeline.locator("[data-row]").allInnerTexts()).toEqual(["POST 200", "WebSocket 101"]);
  await expect(timeline.locator("[data-tick=handshake]")).toHaveCount(2);
  await expect(timeline.locator("[data-tick=message]")).toHaveCount(4);
  await expect(timeline.locator(".idle-gap")).toHaveCount(1);
  expect(await timeline.innerText()).toMatch(/Nobody had said anything for 1 min .*nginx/s);
  await expect(timeline.locator(".close-mark")).toHaveText("✕ 1006");
  await expect(timeline.locator("[data-limit=idExpires]")).toHaveAttribute("data-limit-state", "met");
  await expect(timeline.locator("[data-limit=serverDue]")).toHaveAttribute("data-limit-state", "missed");
  await expect(timeline.locator(".limit")).toHaveCount(4);
  await expect(page.locator("[data-attempt]")).toHaveCount(2);
  await page.context().close();

  const recorded = await site.open({ capture: "socket-io-session-unknown-behind-two-instances" });
  await openConnection(recorded, "failed", "engine-io");
  const rows = recorded.locator("[data-testid=timeline] .waterfall-row");
  await expect(rows.filter({ has: recorded.locator("[data-failed=true]") })).toHaveText(["POST 400"]);
  await expect(rows.filter({ has: recorded.locator("[data-aborted=true]") })).toHaveText(["WebSocket aborted"]);
  await expect(recorded.locator("[data-page-state=left]")).toHaveCount(1);
  await recorded.context().close();
});

test("the page's own lane says when it was without a network, hidden, and stopped", async () => {
  const lanes = {
    "socket-io-browser-offline": ["offline"],
    "socket-io-page-frozen": ["hidden", "frozen"],
  };
  for (const [capture, states] of Object.entries(lanes)) {
    const page = await site.open({ capture });
    const [lost] = await page.locator("[data-connection][data-protocol=engine-io] [data-show-connection]").all();
    await lost?.click();
    const lane = page.locator("[data-testid=timeline] [data-page-state]");
    await expect(lane).not.toHaveCount(0);
    const shown = await lane.evaluateAll((each) => each.map((one) => one.getAttribute("data-page-state")));
    expect(shown).toEqual(expect.arrayContaining(states));
    await page.context().close();
  }
});

test("the list says of each connection its state, transport, attempts, age, traffic and round trip", async () => {
  const page = await site.open();
  const row = page.locator("[data-state=open][data-protocol=signalr]");
  const cells = (await row.locator("td").allInnerTexts()).map((cell) => cell.trim());
  expect(cells.slice(0, 8)).toEqual([
    "open – healthy",
    "https://app.test/orders",
    "SignalR",
    "WebSocket",
    ...["2", "2", "5 ms", "1"],
  ]);
  expect(cells.slice(8)).toEqual([expect.stringMatching(/^\d\d:\d\d:\d\d$/), expect.stringMatching(/^1 min/)]);
  await page.context().close();
});

test("messages are filtered by direction, kind and target, pings come when asked for, and one is copied as it is looked at", async () => {
  const page = await site.open({ sample: "empty" });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const socket = { ...handshake("x"), url: "wss://app.test/socket.io/?EIO=4&transport=websocket" };
  const said = ["2", '42["moved",1]', '42["left",{"who":"you"}]'].map((text, nth) => message("x", nth, text));
  const sent = ["3", '421["ask"]'].map((text, nth) => ({ ...message("x", 10 + nth, text), direction: "sent" }));
  await page.evaluate(
    (events) => window.postMessage(events),
    [socket, ...said, ...sent, message("x", 20, '431["ok"]')],
  );
  await page.click("[data-show-connection]");
  const kinds = () =>
    page.$$eval("[data-message]", (rows) => rows.map((row) => (row as HTMLElement).dataset.kind ?? ""));
  await expect.poll(kinds).toEqual(["EVENT", "EVENT", "EVENT", "ACK"]);
  await page.check("[data-testid=message-pings]");
  await expect.poll(kinds).toEqual(["ping", "EVENT", "EVENT", "pong", "EVENT", "ACK"]);
  await page.selectOption("[data-testid=message-direction]", "sent");
  await expect.poll(kinds).toEqual(["pong", "EVENT"]);
  await page.selectOption("[data-testid=message-direction]", "both");
  await page.selectOption("[data-testid=message-kind]", "ACK");
  await expect.poll(kinds).toEqual(["ACK"]);
  await page.selectOption("[data-testid=message-kind]", "");
  await page.selectOption("[data-testid=message-subject]", "ask");
  await expect.poll(kinds).toEqual(["EVENT", "ACK"]);
  await page.selectOption("[data-testid=message-subject]", "left");
  await page.click("[data-message]");
  const copied: string[] = [];
  for (const view of ["tree", "raw", "hex"]) {
    await page.click(`[data-message-view=${view}]`);
    await page.click("[data-testid=message] [data-copy]");
    await page.waitForSelector("[data-testid=message] [data-copy=copied]");
    copied.push(await page.evaluate(() => navigator.clipboard.readText()));
    await page.waitForSelector("[data-testid=message] [data-copy=ready]");
  }
  expect(copied.map((text) => text.replace(/\s+/g, " "))).toEqual([
    '[ { "who": "you" } ]',
    '42["left",{"who":"you"}]',
    expect.stringMatching(/^34 32 5b 22 6c 65 66 74 /),
  ]);
  await page.context().close();
});

test("nothing moves where the system asks for that, forced colours keep what only colour says, and all text can be selected", async () => {
  const page = await site.open();
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await page.click(`${STICKY} [data-card-header]`);
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  await openConnection(page, "failed", "engine-io");
  const borders = await page.$$eval("[data-testid=timeline] .span", (bars) =>
    bars.map((bar) => getComputedStyle(bar).borderTopStyle),
  );
  expect(new Set(borders)).toEqual(new Set(["solid"]));
  const unselectable = await page.$$eval(".panel *", (all) =>
    all.filter((each) => getComputedStyle(each).userSelect === "none").map((each) => each.outerHTML.slice(0, 80)),
  );
  expect(unselectable).toEqual([]);
  await page.context().close();
});

test("a pause takes nothing in, and is there again in the next panel", async () => {
  const page = await site.open({ sample: "empty" });
  await page.press("body", "p");
  await page.waitForSelector("[data-testid=record][aria-pressed=false]");
  await page.reload();
  await page.waitForSelector("[data-testid=record][aria-pressed=false]");
  await page.press("body", "p");
  await page.waitForSelector("[data-testid=record][aria-pressed=true]");
  await page.context().close();
});

test("the panel is there before what explains failures is loaded: a file opened meanwhile waits, and its cards come", async () => {
  const page = await site.open({ sample: "empty" });
  let load: () => void = () => undefined;
  const held = new Promise<void>((loaded) => {
    load = loaded;
  });
  await page.route(DIAGNOSED, async (route) => {
    await held;
    await route.continue();
  });
  await page.reload();
  await page.waitForSelector("[data-loading=loading] [data-testid=no-cards]");
  await page.setInputFiles("[data-testid=file-input]", "e2e/captures/signalr-nginx-drops-the-upgrade.har");
  await page.waitForFunction(() => document.body.innerText.includes("Looking through what was recorded"));
  await page.waitForSelector("[data-reading]", { state: "detached" });
  expect(await page.locator("[data-card]").count()).toBe(0);
  load();
  await page.waitForSelector("[data-loading=loaded] [data-card]");
  await page.context().close();
});

test("what explains failures cannot be loaded: that, and what to do, stands where the cards would", async () => {
  const page = await site.open();
  await page.route(DIAGNOSED, (route) => route.abort());
  await page.reload();
  await page.waitForSelector("[data-loading=failed]");
  const said = await page.innerText("[data-testid=no-cards]");
  expect(said).toContain("could not be loaded");
  expect(said).toContain("Close DevTools and open it again");
  expect(await page.locator("[data-testid=coverage]").count()).toBe(0);
  await page.context().close();
});

test("what nothing gives away is marked by hand, and makes a card", async () => {
  const page = await site.open({ sample: "unknown" });
  expect(await page.locator("[data-card]").count()).toBe(0);
  await page.click("[data-testid=others]");
  await page.selectOption("[data-other='https://app.test/live'] [data-testid=mark]", "signalr");
  await page.click("[data-testid=others-close]");
  await page.waitForSelector("[data-card][data-protocol=signalr]");
  expect(await page.locator("[data-connection]").count()).toBe(2);
  await page.context().close();
});

test("of thousands of connections only those in view are in the document, and all are reached, by keyboard, too", async () => {
  const page = await site.open({ sample: "empty" });
  const url = "wss://app.test/socket.io/?EIO=4&transport=websocket";
  const sockets = Array.from({ length: 3000 }, (_, nth) => ({ ...handshake(`${nth}`), url, at: nth }));
  await page.evaluate((events) => window.postMessage(events), sockets);
  const rows = page.locator("[data-connection]");
  await rows.first().waitFor();
  expect(await rows.count()).toBeLessThan(80);
  const newest = await rows.first().getAttribute("data-connection");
  await page.focus("[data-connection] [data-show-connection]");
  await page.evaluate(() => {
    const list = document.querySelector(".long-connections");
    if (list) list.scrollTop = list.scrollHeight;
  });
  await page.waitForSelector("[data-connection][aria-rowindex='3001']");
  expect(await page.evaluate(() => document.activeElement?.getAttribute("data-show-connection"))).toBe(newest);
  await page.keyboard.press("Tab");
  await page.waitForSelector("[data-connection][aria-rowindex='20']");
  for (let step = 0; step < 60; step += 1) await page.keyboard.press("Tab");
  const place = Number(
    await page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("aria-rowindex") ?? "0"),
  );
  expect(place).toBeGreaterThan(30);
  await page.evaluate(axe.source);
  expect(await violations(page, {})).toEqual([]);
  await page.context().close();
});

test("a long export says how far it is, and can be given up", async () => {
  const page = await site.open();
  // All of them different: what comes again is redacted once.
  const said = (nth: number) =>
    message("x", nth, `{"type":1,"target":"Moved","arguments":["somebody${nth}@corp.example"]}\u001e`);
  const all = [handshake("x"), ...Array.from({ length: 40_000 }, (_, nth) => said(nth))];
  await page.evaluate((events) => window.postMessage(events), all);
  await page.click("[data-testid=export-har]");
  await page.click("[data-testid=cancel-saving]");
  await page.waitForSelector("[data-testid=saving]", { state: "detached" });
  const saved = page.waitForEvent("download");
  await page.click("[data-testid=export-report]");
  expect((await saved).suggestedFilename()).toMatch(/\.md$/);
  await page.waitForFunction(() => document.querySelector("[data-testid=notice]")?.textContent?.includes(".md"));
  await page.context().close();
});

test("very many messages are searched beside the panel, and another search takes its place", async () => {
  const page = await site.open({ sample: "empty" });
  const socket = { ...handshake("x"), url: "wss://app.test/socket.io/?EIO=4&transport=websocket" };
  const all = [socket, ...messages("x", 12_000, '42["moved",1]'), message("x", 12_000, '42["Rare",2]')];
  await page.evaluate((events) => window.postMessage(events), all);
  await page.click("[data-show-connection]");
  const rows = page.locator("[data-message]");
  await rows.first().waitFor();
  await page.fill("[data-testid=message-search]", "mov");
  await page.fill("[data-testid=message-search]", "rare");
  await page.waitForSelector("[data-testid=messages] .count:has-text('1 of 12,001')");
  await page.waitForSelector("[data-testid=searched]", { state: "detached" });
  expect(await rows.allInnerTexts()).toEqual([expect.stringContaining("Rare")]);
  await page.fill("[data-testid=message-search]", "nobody says this");
  await page.waitForSelector("[data-testid=messages] .count:has-text('0 of 12,001')");
  await page.context().close();
});

test("of very many messages each is decoded once, and where the list is scrolled to, only what it shows is written down", async () => {
  const page = await site.open({ sample: "empty" });
  const socket = { ...handshake("x"), url: "wss://app.test/socket.io/?EIO=4&transport=websocket" };
  const all = [socket, ...messages("x", 20_000, '42["moved",1]')];
  await page.evaluate((events) => window.postMessage(events), all);
  await page.waitForSelector("[data-show-connection]");
  const spent = await page.evaluateHandle(() => {
    const counts = { parsed: 0, written: 0 };
    const counting = <Called extends (...given: never[]) => unknown>(called: Called, what: keyof typeof counts) =>
      new Proxy(called, {
        apply(...call) {
          counts[what] += 1;
          return Reflect.apply(...call) as unknown;
        },
      });
    JSON.parse = counting(JSON.parse, "parsed");
    JSON.stringify = counting(JSON.stringify, "written");
    return counts;
  });
  await page.click("[data-show-connection]");
  await page.waitForFunction(() => document.querySelector("[data-testid=messages] .count")?.textContent === "20,000");
  const { parsed } = await spent.jsonValue();
  expect([parsed >= 20_000, parsed < 20_100]).toEqual([true, true]);
  await spent.evaluate((counts) => Object.assign(counts, { parsed: 0, written: 0 }));
  const places: (string | undefined)[] = [];
  for (let jump = 1; jump <= 20; jump += 1) {
    await page.evaluate((share) => {
      const list = document.querySelector(".message-list");
      if (list) list.scrollTop = list.scrollHeight * share;
      return new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    }, jump / 20);
    places.push((await page.locator("[data-message]").last().getAttribute("id")) ?? undefined);
  }
  expect(new Set(places).size).toBe(20);
  expect(places.at(-1)).toBe("message-19999");
  const jumped = await spent.jsonValue();
  expect([jumped.parsed, jumped.written > 0, jumped.written < 20 * 60]).toEqual([0, true, true]);
  await page.context().close();
});

test("the keys are listed under ?, settings under s, and both give the focus back", async () => {
  const page = await site.open();
  await page.focus("[data-testid=export-har]");
  for (const [key, dialog] of [
    ["?", "help"],
    ["s", "settings"],
    ["e", "export"],
  ] as const) {
    await page.keyboard.press(key);
    await page.waitForSelector(`[data-testid=${dialog}-dialog][open]`);
    await page.keyboard.press("Escape");
    await page.waitForSelector(`[data-testid=${dialog}-dialog]`, { state: "detached" });
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "export-har");
  }
  await page.context().close();
});
