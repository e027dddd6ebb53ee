import { expect, test } from "./fixtures.js";
import { servePage } from "./lab/page.js";
import forbidden from "./lab/scenarios/socket-io-forbidden.js";
import twoWebSocketServers from "./lab/scenarios/socket-io-two-websocket-servers.js";
import tokenOfAnotherHub from "./lab/scenarios/web-pubsub-token-of-another-hub.js";
import { tryToConnect } from "./lab/socket-io/scripts.js";
import { cardOf, copyTicket, openCard, showCards, showDetails, visit, withLab } from "./panel-steps.js";
import { pageRefusedWith } from "./refused.js";
import { readPanel } from "./triage-panel.js";

/** What an open card says, and what its lines lead to. */

const ANSWERED_TWICE = "upgrade-handler-conflict";
const FORBIDDEN = "connection-refused-by-allow-request";
const REFUSED_BY_MIDDLEWARE = "namespace-middleware-refused";
const WRONG_TOKEN = "token-invalid";

const DETAILS = "[data-testid=details]";

test("the request line and the evidence lead to the request with its URL, status, headers and body", async ({
  fresh,
}) => {
  const { panel } = fresh;
  await showCards(fresh, forbidden);
  // Else the card grows while it is clicked in.
  await cardOf(panel, FORBIDDEN, 2);
  await openCard(panel, FORBIDDEN);
  for (const part of ["request", "evidence"]) {
    const details = await showDetails(panel, `[data-part=${part}] [data-evidence]`);
    expect(details).toMatch(/http:\/\/127\.0\.0\.1:\d+\/\w+\/\?EIO=4&transport=polling/);
    expect(details).toMatch(/Status\s+403/);
    expect(details).toMatch(/content-type\s+application\/json/i);
    expect(details).toMatch(/user-agent\s+Mozilla/i);
    expect(details).toContain('{"code":4,"message":"No licence for this tenant"}');

    await panel.click("[data-testid=close-details]");
    await panel.waitFor(`document.querySelector('${DETAILS}') === null`);
  }
});

test("evidence that is a message leads to the message", async ({ fresh }) => {
  const { panel } = fresh;
  await withLab(async (lab) => {
    await visit(fresh, await pageRefusedWith(lab, "Please sign in again"));
    await cardOf(panel, REFUSED_BY_MIDDLEWARE);
  });
  await openCard(panel, REFUSED_BY_MIDDLEWARE);
  const details = await showDetails(panel, "[data-part=evidence] [data-evidence]");
  expect(details).toContain("↓ received");
  expect(details).toContain('44{"message":"Please sign in again"}');
  expect(details).toContain("ws://127.0.0.1");
});

test("a card tells what is ruled out, how to fix it for each technology, and is copied for the ticket", async ({
  fresh,
}) => {
  const { panel } = fresh;
  await showCards(fresh, tokenOfAnotherHub);
  await openCard(panel, WRONG_TOKEN);
  expect(await panel.text('[data-ruled-out="token-expired"]')).toContain("The token was valid for another");

  const technologies = await panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-part=fix] [role=tab]")].map((tab) => tab.dataset.technology),
  );
  expect(technologies.length).toBeGreaterThan(1);
  const text = () => panel.text("[data-part=fix] [role=tabpanel]");
  const chosen = (technology: string) => `[data-part=fix] [data-technology="${technology}"][aria-selected=true]`;
  const [first, second = ""] = technologies;
  await panel.waitFor(`document.querySelector('${chosen(first ?? "")}') !== null`);
  const before = await text();
  await panel.click(`[data-part=fix] [data-technology="${second}"]`);
  await panel.waitFor(`document.querySelector('${chosen(second)}') !== null`);
  expect(await text()).not.toBe(before);
  await panel.press("ArrowLeft");
  await panel.waitFor(`document.querySelector('${chosen(first ?? "")}') !== null`);
  expect(await text()).toBe(before);

  expect(await copyTicket(panel)).toBe("copied");
  // What is on the clipboard is seen by pasting it.
  await panel.click("[data-source=text]");
  await panel.waitFor("document.querySelector('[data-testid=pasted-text]') !== null");
  await panel.click("[data-testid=pasted-text]");
  await panel.press("Control+v");
  await panel.waitFor("document.querySelector('[data-testid=pasted-text]').value.includes('`token-invalid`')");
  await panel.click("[data-testid=clear]");
  await panel.click("[data-source=live]");
});

test("what doing it again decides is done again: the page is loaded anew, a pause ends, and the recording goes on", async ({
  fresh,
}) => {
  const { page, panel } = fresh;
  const isRecording = "document.querySelector('[data-testid=record]').getAttribute('aria-pressed')";
  await withLab(async (lab) => {
    await visit(fresh, (await twoWebSocketServers.start(lab)).page);
    const before = await cardOf(panel, ANSWERED_TWICE);
    const { connections } = await readPanel(panel);
    await openCard(panel, ANSWERED_TWICE);
    await panel.click("[data-testid=record]");
    await panel.waitFor(`${isRecording} === "false"`);

    const loaded = page.waitForEvent("load");
    await page.evaluate(() => Object.assign(window, { isOfTheFirstPage: true }));
    await panel.click(`[data-cause=${ANSWERED_TWICE}] [data-testid=decide-by]`);
    await loaded;
    await page.waitForSelector("html[data-lab=done]", { state: "attached" });
    expect(await page.evaluate(() => "isOfTheFirstPage" in window)).toBe(false);

    await panel.waitFor(`${isRecording} === "true"`);
    const after = await cardOf(panel, ANSWERED_TWICE, before.occurrences + 1);
    expect(after.id).toBe(before.id);
    const seen = (await readPanel(panel)).connections.map(({ id }) => id);
    expect(seen).toEqual(expect.arrayContaining(connections.map(({ id }) => id)));
  });
});

test("what a server sends is shown as text, never as HTML", async ({ fresh }) => {
  const { panel } = fresh;
  const html = (place: string) =>
    `<img src=x onerror=document.title='${place}'><script>document.title='${place}'</script><b>${place}</b>`;
  await withLab(async (lab) => {
    await visit(fresh, await pageRefusedWith(lab, html("error")));
    await cardOf(panel, REFUSED_BY_MIDDLEWARE);

    const page = await servePage(lab, {
      script: `${tryToConnect("/", { path: `/${encodeURIComponent(html("path"))}` })}\n//${html("body")}`,
      scripts: ["socket.io"],
      everyPath: true,
    });
    await visit(fresh, page);
    await cardOf(panel, "wrong-endpoint");
  });
  for (const [cause, said] of [
    [REFUSED_BY_MIDDLEWARE, html("error")],
    ["wrong-endpoint", html("body")],
  ] as const) {
    await openCard(panel, cause);
    expect(await showDetails(panel, `[data-cause="${cause}"] [data-evidence]`)).toContain(said);
  }
  expect(await panel.text(`[data-cause="${REFUSED_BY_MIDDLEWARE}"]`)).toContain(html("error"));
  const made = await panel.evaluate(() => document.querySelectorAll("#app :is(img, script, b, iframe)").length);
  expect(made).toBe(0);
  expect(await panel.evaluate<string>("document.title")).toBe("Handshake Triage");
});
