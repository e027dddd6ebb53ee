import type { Page } from "playwright";
import type { WebSocket } from "ws";
import { closing } from "./browser/closing.js";
import type { DevtoolsPanel } from "./browser/devtools-panel.js";
import { evaluateIn } from "./browser/evaluate.js";
import { waitUntil } from "./browser/wait.js";
import { expect, test } from "./fixtures.js";
import { freeOrigin } from "./lab/lab.js";
import { servePage } from "./lab/page.js";
import { missing } from "./lab/requirements.js";
import type { Lab } from "./lab/scenario.js";
import { sameOrigin } from "./lab/signalr/hub-page.js";
import { serveSocketIo } from "./lab/socket-io/server.js";
import { CONNECTED, HUB, openSocket, serveSockets } from "./lab/sockets.js";
import { openCard, showDetails, visit, withLab } from "./panel-steps.js";
import { notSeen, readPanel, type SeenCard } from "./triage-panel.js";
import { startChromium } from "./wpt/chromium.js";
import { createWitness } from "./wpt/witness.js";

const REQUEST_LINE = "[data-part=request] [data-evidence]";

test.describe("who closed, with which code and why", () => {
  test("a Web PubSub service that throws a client out", async ({ fresh: { page, panel } }) => {
    await withLab(async (lab) => {
      const origin = await serveSockets(lab, HUB, (socket) => {
        socket.send(CONNECTED);
        setTimeout(() => socket.close(1008, "No longer welcome"), 100);
      });
      await visit({ page }, await servePage(lab, { scripts: [], script: openSocket(origin) }));
      const card = await firstCard(panel);
      expect(card).toMatchObject({ protocol: "web-pubsub", phase: "close" });
      expect(await closeCodeOn(panel)).toBe("1008");
      expect(await detailsOf(panel, card)).toMatch(/server closed[\s\S]*1008[\s\S]*No longer welcome/);
    });
  });

  test("a Socket.IO server whose socket is closed for a restart", async ({ fresh: { page, panel } }) => {
    await withLab(async (lab) => {
      const path = lab.mount();
      const script = `
const socket = io("/", { path: ${JSON.stringify(path)}, transports: ["websocket"], reconnection: false });
socket.on("disconnect", (reason) => done("Disconnected: " + reason));`;
      const { io, origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
      io.on("connection", ({ conn }) => {
        const transport = conn.transport as unknown as { socket: WebSocket };
        setTimeout(() => transport.socket.close(1012, "Restarting"), 200);
      });
      await visit({ page }, `${origin}/`);
      const card = await firstCard(panel);
      expect(card).toMatchObject({ protocol: "engine-io", phase: "close" });
      expect(await closeCodeOn(panel)).toBe("1012");
      expect(await detailsOf(panel, card)).toContain("Restarting");
    });
  });

  test("a page that closes itself did not fail", async ({ fresh: { page, panel } }) => {
    await withLab(async (lab) => {
      const origin = await serveSockets(lab, HUB, (socket) => socket.send(CONNECTED));
      const script = openSocket(origin, "socket.onmessage = () => socket.close(4001, 'enough');");
      await visit({ page }, await servePage(lab, { scripts: [], script }));
      await panel.waitFor("document.querySelector('[data-connection][data-state=closed]') !== null");
      expect((await readPanel(panel)).cards).toEqual([]);
    });
  });
});

test("a frame that loads anew takes its socket along, and the next one is no coming back", async ({ fresh }) => {
  const { page, panel } = fresh;
  await withLab(async (lab) => {
    const path = lab.mount();
    const talk = `io("/", { path: ${JSON.stringify(path)}, transports: ["websocket"] });`;
    const { origin } = await serveSocketIo(lab, path, { page: { script: talk, scripts: ["socket.io"] } });
    const script = `
const frame = document.createElement("iframe");
frame.src = ${JSON.stringify(`${origin}/`)};
document.body.append(frame);
for (const at of [800, 1600]) setTimeout(() => (frame.src += "?"), at);
setTimeout(done, 2600);`;
    await page.goto(await servePage(lab, { script, scripts: [] }));
    await page.waitForSelector("html[data-lab=done]", { state: "attached" });
    await panel.waitFor("document.querySelectorAll('[data-connection]').length === 3");
    const { cards, connections } = await readPanel(panel);
    expect(cards).toEqual([]);
    expect(connections.map(({ state }) => state).sort()).toEqual(["closed", "closed", "open"]);
  });
});

test.describe("a frame that is taken out takes its session along:", () => {
  const inFrame = (src: string) => `
const frame = document.createElement("iframe");
frame.src = ${JSON.stringify(src)};
document.body.append(frame);
setTimeout(() => frame.remove(), 1500);
setTimeout(done, 2000);`;

  async function statesAfter({ page, panel }: { page: Page; panel: DevtoolsPanel }, lab: Lab, inner: string) {
    await page.goto(await servePage(lab, { script: inFrame(inner), scripts: [] }));
    await page.waitForSelector("html[data-lab=done]", { state: "attached" });
    await panel.waitFor("document.querySelector('[data-connection]') !== null");
    const { cards, connections } = await readPanel(panel);
    expect(cards).toEqual([]);
    return connections.map(({ state }) => state);
  }

  test("Socket.IO over polling", async ({ fresh }) => {
    await withLab(async (lab) => {
      const path = lab.mount();
      const script = `io("/", { path: ${JSON.stringify(path)}, transports: ["polling"] });`;
      const { origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
      expect(await statesAfter(fresh, lab, `${origin}/`)).toEqual(["closed"]);
    });
  });

  for (const transport of ["LongPolling", "ServerSentEvents"]) {
    test(`SignalR over ${transport}`, async ({ fresh }) => {
      const reason = missing({ needs: "dotnet" });
      test.skip(reason !== null, reason ?? "");
      await withLab(async (lab) => {
        const script = `
const connection = new signalR.HubConnectionBuilder()
  .withUrl(hub, { transport: signalR.HttpTransportType.${transport} })
  .build();
await connection.start();`;
        const { page } = await sameOrigin(lab, script, { hub: lab.mount() });
        expect(await statesAfter(fresh, lab, page)).toEqual(["closed"]);
      });
    });
  }
});

test.describe("what the page's browser forbids", () => {
  test("a policy that allows neither the polling nor the socket", async ({ fresh: { page, panel } }) => {
    await withLab(async (lab) => {
      const { origin, path } = await serveSocketIo(lab, lab.mount());
      const headers = { "content-security-policy": "connect-src 'self'" };
      const script = `
for (const transports of [["polling"], ["websocket"]]) {
  const options = { path: ${JSON.stringify(path)}, transports, reconnection: false, forceNew: true };
  const socket = io(${JSON.stringify(origin)}, options);
  socket.on("connect_error", (error) => say("The client reports: " + error.message));
}
setTimeout(done, 1000);`;
      await visit({ page }, await servePage(lab, { script, scripts: ["socket.io"], headers }));
      const { cards } = await waitUntil("a card for both", async () => {
        const seen = await readPanel(panel);
        return seen.cards.reduce((sum, { occurrences }) => sum + occurrences, 0) >= 2 && seen;
      });
      expect(new Set(cards.map(({ cause }) => cause))).toEqual(new Set(["csp-connect-src"]));
      expect(cards.map(({ netError }) => netError)).not.toContain(null);
    });
  });

  test("an insecure socket from a secure page", async ({ fresh: { page, panel } }) => {
    const body = `<script>
try { new WebSocket("ws://api.test/socket.io/?EIO=4&transport=websocket"); } catch (error) { document.title = error.name; }
</script>`;
    await page.route("https://app.test/**", (route) => route.fulfill({ contentType: "text/html", body }));
    await page.goto("https://app.test/");
    expect(await page.title()).toBe("SecurityError");
    expect((await firstCard(panel)).cause).toBe("mixed-content");
    await page.unroute("https://app.test/**");
  });
});

test.describe("what no network source tells of a request", () => {
  const withXhr = (origin: string, path: string) => `
const options = { path: "${path}", transports: ["polling"], withCredentials: true, reconnection: false };
io("${origin}", options).on("connect_error", (error) => done("The client reports: " + error.message));`;
  const withFetch = (origin: string, path: string) => `
fetch("${origin}${path}/?EIO=4&transport=polling", { credentials: "omit" }).catch((error) => done(String(error)));`;

  for (const [how, ask, says] of [
    ["XMLHttpRequest", withXhr, "sent to other origins, too"],
    ["fetch", withFetch, "not sent to other origins"],
  ] as const) {
    test(`whether it carries credentials: ${how}`, async ({ fresh: { page, panel } }) => {
      await withLab(async (lab) => {
        const { origin, path } = await serveSocketIo(lab, lab.mount(), {
          options: { cors: { origin: "http://a.test" } },
        });
        const script = ask(origin, path);
        await visit({ page }, await servePage(lab, { script, scripts: ["socket.io"] }));
        const card = await firstCard(panel);
        expect(card.cause).toBe("cors-origin-not-allowed");
        expect(await detailsOf(panel, card)).toContain(says);
      });
    });
  }

  test("that a WebTransport session never came about", async ({ fresh: { page, panel } }) => {
    await withLab(async (lab) => {
      const address = (await freeOrigin()).replace("http:", "https:");
      const script = `
const session = new WebTransport("${address}/socket.io/");
session.ready.catch((error) => done("Not ready: " + error.name));
session.closed.catch(() => undefined);`;
      await visit({ page }, await servePage(lab, { script, scripts: [] }));
      expect(await firstCard(panel)).toMatchObject({ cause: "webtransport-unavailable", protocol: "engine-io" });
    });
  });
});

test("of a client in a SharedWorker nothing is seen, and the panel says so of workers", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const { io, origin, path } = await serveSocketIo(lab, lab.mount(), { options: { cors: { origin: true } } });
    // Before that no request may be open, and then the server notices only by its pings that the client has gone.
    const worker = `
importScripts("/client-0.js");
onconnect = ({ ports: [port] }) => {
  const manager = io("${origin}", { path: "${path}" }).io;
  manager.on("open", () => manager.engine.on("upgrade", () => port.postMessage("Upgraded")));
};`;
    const script = `new SharedWorker("/worker.js").port.onmessage = ({ data }) => done(data);`;
    await visit({ page }, await servePage(lab, { scripts: ["socket.io"], script, files: { "/worker.js": worker } }));
    expect(io.engine.clientsCount).toBe(1);
    await page.goto("about:blank");
    await waitUntil("the session to end", async () => io.engine.clientsCount === 0);
    expect((await readPanel(panel)).connections).toEqual([]);
    expect(await notSeen(panel)).toContain("workers");
  });
});

test("a page comes back from the back/forward cache with its tap at work", async () => {
  await closing(await startChromium("dist/chromium"), async (chromium) => {
    await withLab(async (lab) => {
      const witness = await createWitness(chromium, "dist/chromium");
      const origin = await serveSockets(lab, HUB, (socket) => socket.on("message", () => socket.close(4000)));
      const script = `window.shown = []; addEventListener("pageshow", ({ persisted }) => shown.push(persisted)); done();`;
      const url = await servePage(lab, { scripts: [], script });
      const talk = `new Promise((resolve) => { ${openSocket(origin, "socket.onclose = () => resolve(shown.join());")} })`;
      const closedSockets = async () => {
        const documents = await witness.documents();
        return documents.reduce((sum, { kinds }) => sum + (kinds.closed ?? 0), 0);
      };
      const go = async (to: string) => {
        await chromium.tab.send("Page.navigate", { url: to });
        await waitUntil(to, () =>
          evaluateIn<boolean>(chromium.tab, `document.readyState === "complete" && location.href === "${to}"`),
        );
      };
      await go(url);
      expect(await evaluateIn(chromium.tab, talk)).toBe("false");
      await waitUntil("the first socket", async () => (await closedSockets()) === 1);
      await go(await servePage(lab, { scripts: [], script: "done();" }));
      await evaluateIn(chromium.tab, "history.back()");
      await waitUntil("the page to be back", () => evaluateIn<boolean>(chromium.tab, "window.shown?.length === 2"));
      expect(await evaluateIn(chromium.tab, talk)).toBe("false,true");
      await waitUntil("the second socket", async () => (await closedSockets()) === 2);
    });
  });
});

function firstCard(panel: DevtoolsPanel): Promise<SeenCard> {
  return waitUntil("a card", async () => (await readPanel(panel)).cards[0]);
}

function closeCodeOn(panel: DevtoolsPanel): Promise<string> {
  return panel.evaluate("document.querySelector('[data-card]').dataset.closeCode");
}

async function detailsOf(panel: DevtoolsPanel, { cause }: SeenCard): Promise<string> {
  await openCard(panel, cause);
  return showDetails(panel, REQUEST_LINE);
}
