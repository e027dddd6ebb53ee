import { createServer } from "node:http";
import { type DevtoolsPanel, panelView } from "./browser/devtools-panel.js";
import { evaluateIn } from "./browser/evaluate.js";
import { waitUntil } from "./browser/wait.js";
import { expect, test } from "./fixtures.js";
import { listen } from "./lab/lab.js";
import { servePage } from "./lab/page.js";
import { serveSocketIo } from "./lab/socket-io/server.js";
import { openCard, visit, withLab } from "./panel-steps.js";
import { readPanel } from "./triage-panel.js";

const LOGGED = "[2026-01-31T12:00:00.000Z] Error: Failed to complete negotiation with the server: Error: forged";

test("why the client gave up, in its own words, stands on the card of the failure", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const origin = await listen(
      lab,
      createServer((_, response) => response.writeHead(404, { "access-control-allow-origin": "*" }).end()),
    );
    const options = `{ withCredentials: false }`;
    const script = `
new signalR.HubConnectionBuilder().withUrl("${origin}${lab.mount()}", ${options}).build()
  .start().catch((error) => done(String(error)));`;
    await visit({ page }, await servePage(lab, { script, scripts: ["signalr"] }));
    const { cause } = await waitUntil("a card", async () => (await readPanel(panel)).cards[0]);
    await openCard(panel, cause);
    await panel.waitForText("The client logged: “Failed to complete negotiation with the server");
    expect((await readPanel(panel)).cards).toHaveLength(1);
  });
});

test("the console of a page that is well makes no card", async ({ fresh: { page, panel } }) => {
  await withLab(async (lab) => {
    const path = lab.mount();
    const script = `
const socket = io({ path: ${JSON.stringify(path)}, transports: ["websocket"] });
socket.on("connect", () => {
  console.error(${JSON.stringify(LOGGED)});
  console.debug("engine.io-client:socket socket error transport error +1ms");
  socket.emit("note", "x", () => done());
});`;
    const { origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
    await visit({ page }, `${origin}/`);
    await panel.waitFor("document.querySelector('[data-connection]') !== null");
    await page.goto("about:blank");
    await panel.waitFor("document.querySelector('[data-connection][data-state=closed]') !== null");
    expect((await readPanel(panel)).cards).toEqual([]);
  });
});

test("DevTools shows the page's own code as the place of a line and as who asked", async ({
  fresh: { browser, page, panel },
}) => {
  await withLab(async (lab) => {
    const own = `
console.error(${JSON.stringify(LOGGED)});
fetch("/hub/negotiate", { method: "POST" });
const request = new XMLHttpRequest();
request.open("GET", "/socket.io/?EIO=4&transport=polling");
request.send();
new WebSocket(location.origin.replace("http", "ws") + "/hub");`;
    const script = `await import("/own.js"); await new Promise((resolve) => setTimeout(resolve, 500)); done();`;
    await showView(panel, "network");
    await showView(panel, "console");
    await visit({ page }, await servePage(lab, { script, scripts: [], files: { "/own.js": own } }));
    const lines = await waitUntil("the line", async () => {
      const all = await textsIn(panel, ".console-message-wrapper");
      return all.some((text) => text.includes("forged")) && all;
    });
    expect(lines.find((text) => text.includes("forged"))).toContain("own.js:2");
    await showView(panel, "network");
    const initiators = await waitUntil("all requests", async () => {
      const all = await textsIn(panel, "td.initiator-column");
      return all.filter((text) => text.includes("own.js:")).length >= 3 && all;
    });
    for (const line of [3, 6, 7]) expect(initiators.join(" ")).toContain(`own.js:${line}`);
    expect(initiators.join(" ")).not.toContain("page-tap");
    await showView(panel, await panelView(browser, panel.window));
  });
});

async function showView({ window }: DevtoolsPanel, view: string): Promise<void> {
  await evaluateIn(
    window.session,
    `import("./ui/legacy/legacy.js").then((UI) => UI.ViewManager.ViewManager.instance().showView("${view}")).then(() => undefined)`,
  );
}

/** What DevTools itself shows, through its shadow roots. */
function textsIn({ window }: DevtoolsPanel, selector: string): Promise<string[]> {
  return evaluateIn<string[]>(
    window.session,
    `(() => {
      const found = [];
      const walk = (root) => {
        for (const element of root.querySelectorAll("*")) {
          if (element.matches("${selector}")) found.push(deepText(element));
          if (element.shadowRoot) walk(element.shadowRoot);
        }
      };
      const deepText = (element) =>
        [...element.childNodes].map((node) => node.nodeType === 3 ? node.data : deepText(node)).join("") +
        (element.shadowRoot ? deepText(element.shadowRoot) : "");
      walk(document);
      return found;
    })()`,
  );
}
