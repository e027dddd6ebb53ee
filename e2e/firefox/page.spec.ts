import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { openToolboxPanel } from "../browser/firefox/toolbox-panel.js";
import type { TriagePanel } from "../browser/panel.js";
import { waitUntil } from "../browser/wait.js";
import { drops } from "../drops.js";
import { listen } from "../lab/lab.js";
import { servePage, serveSecurePage } from "../lab/page.js";
import forbidden from "../lab/scenarios/socket-io-forbidden.js";
import notFound from "../lab/scenarios/socket-io-not-found.js";
import tokenOfAnotherHub from "../lab/scenarios/web-pubsub-token-of-another-hub.js";
import { serveSocketIo } from "../lab/socket-io/server.js";
import { CONNECTED, HUB, SUBPROTOCOL, serveSockets } from "../lab/sockets.js";
import {
  cardOf,
  copyTicket,
  counts,
  dropSeen,
  openCard,
  showCards,
  showDetails,
  visit,
  withLab,
} from "../panel-steps.js";
import { readPanel } from "../triage-panel.js";
import { dropFile, explainLine, fill, showsCauses } from "../user-path.js";
import { expect, test } from "./fixtures.js";

const states = async (panel: TriagePanel) => (await readPanel(panel)).connections.map(({ state }) => state);

for (const drop of drops) {
  test(`the close code and reason of ${drop.title}`, async ({ fresh }) => {
    const seen = await withLab((lab) => dropSeen(fresh, drop, lab));
    expect(seen).toMatchObject({ protocol: drop.protocol, phase: "close", closeCode: drop.code });
    expect(seen.details).toContain(drop.reason);
  });
}

test("a policy that allows neither the polling nor the socket", async ({ fresh }) => {
  await withLab(async (lab) => {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    const headers = { "content-security-policy": "connect-src 'self'" };
    const script = `
for (const transports of [["polling"], ["websocket"]]) {
  const options = { path: "${path}", transports, reconnection: false, forceNew: true };
  const socket = io("${origin}", options);
  socket.on("connect_error", (error) => say("The client reports: " + error.message));
}
setTimeout(done, 1000);`;
    await visit(fresh, await servePage(lab, { script, scripts: ["socket.io"], headers }));
    const { cards } = await waitUntil("a card for both", async () => {
      const seen = await readPanel(fresh.panel);
      return seen.cards.reduce((sum, { occurrences }) => sum + occurrences, 0) >= 2 && seen;
    });
    expect(new Set(cards.map(({ cause }) => cause))).toEqual(new Set(["csp-connect-src"]));
    expect(cards.map(({ netError }) => netError)).not.toContain(null);
  });
});

test("a person reproduces, reads, copies, filters, jumps, imports and explains", async ({ fresh }) => {
  const { panel } = fresh;
  const [forbiddenHere, elsewhere] = ["connection-refused-by-allow-request", "wrong-endpoint"];
  await showCards(fresh, notFound, forbidden);
  await cardOf(panel, forbiddenHere, 2);
  await fill(panel, "[data-testid=filter]", "403");
  await showsCauses(panel, [forbiddenHere]);
  await openCard(panel, forbiddenHere);
  expect(await copyTicket(panel)).toBe("copied");
  expect(await showDetails(panel, "[data-part=request] [data-evidence]")).toMatch(/Status\s+403/);
  await panel.click("[data-testid=to-timeline]");
  await panel.waitFor("document.querySelector('[data-testid=timeline] [data-marked=true]') !== null");
  await panel.click("[data-testid=close-details]");
  await dropFile(panel, "a.har", await readFile("e2e/captures/signalr-negotiate-not-found.har", "utf8"));
  await showsCauses(panel, [elsewhere]);
  await panel.click("[data-testid=close-file]");
  expect(await explainLine(panel)).toContain("401");
  await panel.waitFor("document.querySelector('[data-source=live][aria-selected=true]') !== null");
});

test("an insecure socket from a secure page", async ({ fresh }) => {
  await withLab(async (lab) => {
    const script = `
try {
  new WebSocket("ws://api.test/socket.io/?EIO=4&transport=websocket");
} catch (error) {
  done(error.name);
}`;
    await visit(fresh, await serveSecurePage(lab, { script, scripts: [] }));
    await fresh.page.waitForText("SecurityError");
    const card = await cardOf(fresh.panel, "mixed-content");
    expect(card.netError).toBe("mixed-content");
  });
});

test("sockets that Firefox closes as a navigation begins were cut by nobody, though none of it comes to a page", async ({
  fresh,
}) => {
  await withLab(async (lab) => {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    const nowhere = await listen(
      lab,
      createServer((_, response) => response.writeHead(204).end()),
    );
    const script = `
const options = { path: "${path}", transports: ["websocket"], reconnectionDelay: 100, forceNew: true };
const socket = io("${origin}", options);
socket.once("connect", () => {
  location.href = "${nowhere}";
  socket.once("disconnect", (why) => say(why));
  socket.once("connect", () => done("back again"));
});`;
    await visit(fresh, await servePage(lab, { script, scripts: ["socket.io"] }));
    await fresh.page.waitForText("transport close");
    await expect.poll(() => states(fresh.panel), { timeout: 15_000 }).toEqual(["open", "closed"]);
    expect(await counts(fresh.panel)).toEqual([]);
  });
});

test("the messages of a socket in a frame from another origin, and its end with the frame", async ({ fresh }) => {
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, (socket) => {
      socket.send(CONNECTED);
      setTimeout(() => socket.send("next"), 100);
      setTimeout(() => socket.send("last"), 200);
    });
    const inner = await servePage(lab, {
      scripts: [],
      script: `
const socket = new WebSocket("${origin.replace("http", "ws")}${HUB}", "${SUBPROTOCOL}");
socket.onopen = () => socket.send("hello");`,
    });
    const script = `
const frame = document.createElement("iframe");
frame.src = ${JSON.stringify(inner)};
document.body.append(frame);
done();`;
    await visit(fresh, await servePage(lab, { scripts: [], script }));
    const row = () =>
      fresh.panel.evaluate<string[]>(`[...document.querySelectorAll("[data-connection]")].map((row) =>
  [row.dataset.state, ...[...row.querySelectorAll("td.number")].slice(0, 2).map((cell) => cell.textContent)].join(" "))`);
    await expect.poll(row, { timeout: 15_000 }).toEqual(["open 1 3"]);
    await fresh.page.evaluate("document.querySelector('iframe').remove()");
    await expect.poll(row, { timeout: 15_000 }).toEqual(["closed 1 3"]);
  });
});

test("failures from before DevTools was opened, with the status of a refused WebSocket", async ({ fresh }) => {
  const tab = await fresh.browser.newTab();
  await withLab(async (lab) => {
    await visit({ page: tab }, (await tokenOfAnotherHub.start(lab)).page);
    await visit({ page: tab }, (await notFound.start(lab)).page);
    const panel = await openToolboxPanel(fresh.browser.window);
    const card = await cardOf(panel, "token-invalid");
    expect(card).toMatchObject({ status: 401, protocol: "web-pubsub" });
    await cardOf(panel, "path-mismatch", 2);
    await panel.close();
  });
  await tab.close();
});

test("an event page that stops before, between and amid failures loses and doubles nothing", async ({ fresh }) => {
  await withLab(async (lab) => {
    const { page } = await notFound.start(lab);
    await fresh.browser.stopEventPage();
    await visit(fresh, page);
    await cardOf(fresh.panel, "path-mismatch", 2);
    const visited = visit(fresh, page);
    await fresh.browser.stopEventPage();
    await visited;
    await cardOf(fresh.panel, "path-mismatch", 4);
  });
  await showCards(fresh, tokenOfAnotherHub);
  expect(await counts(fresh.panel)).toEqual(["token-invalid ×1", "path-mismatch ×4"]);
});
