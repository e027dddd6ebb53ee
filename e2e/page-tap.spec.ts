import { createServer, type RequestListener } from "node:http";
import type { Page } from "playwright";
import type { WebSocket } from "ws";
import { closing } from "./browser/closing.js";
import { type DevtoolsPanel, openPanel } from "./browser/devtools-panel.js";
import { evaluateIn } from "./browser/evaluate.js";
import type { LaunchedBrowser } from "./browser/launch.js";
import { waitUntil } from "./browser/wait.js";
import { withChromium } from "./browser/with-chromium.js";
import { contentScripts, tapsAreGone, tapsAreRegistered } from "./content-scripts.js";
import { expect, test } from "./fixtures.js";
import { freeOrigin, listen } from "./lab/lab.js";
import { servePage } from "./lab/page.js";
import type { Lab } from "./lab/scenario.js";
import { serveSocketIo } from "./lab/socket-io/server.js";
import { serveSockets } from "./lab/sockets.js";
import { openCard, showDetails, visit, withLab } from "./panel-steps.js";
import { readPanel, type SeenCard } from "./triage-panel.js";
import { askedOfSockets } from "./wpt/asked.js";
import { BREAK_EVERYTHING } from "./wpt/broken-world.js";
import { startChromium } from "./wpt/chromium.js";
import { createWitness } from "./wpt/witness.js";

const HUB = "/client/hubs/chat";
const SUBPROTOCOL = "json.webpubsub.azure.v1";
const CONNECTED = JSON.stringify({ type: "system", event: "connected", userId: "ada", connectionId: "1" });
const REQUEST_LINE = "[data-part=request] [data-evidence]";
/** DevTools alone tells of an open socket only when something ends. */
const BEFORE_DEVTOOLS_TELLS_MS = 2500;

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

test("the page hears nothing of the tap, and finds everything as the browser made it", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, chat);
    const html = `<!DOCTYPE html><script>
const heard = [];
for (const capture of [true, false]) addEventListener("message", ({ data }) => heard.push(String(data)), capture);
const first = WebSocket.toString();
const socket = new WebSocket("${origin.replace("http", "ws")}${HUB}", "${SUBPROTOCOL}");
</script>`;
    const own = await serve(lab, (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
    await page.goto(own);
    await waitUntil("three messages", () => received(panel, 3));
    expect(await isTapped(page)).toBe(true);
    expect(await page.evaluate("heard")).toEqual([]);
    expect(await page.evaluate("first")).toBe("function WebSocket() { [native code] }");
    expect(await page.evaluate(NATIVE_LOOK)).toEqual([]);
  });
});

test("a page can neither forge what its sockets did nor talk to the relay", async ({ fresh: { page, panel } }) => {
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, chat);
    await visit(
      { page },
      await servePage(lab, { scripts: [], script: openSocket(origin, "window.socket = socket; done();") }),
    );
    await waitUntil("three messages", () => received(panel, 3));
    await page.evaluate(() => {
      const { socket } = window as unknown as { socket: EventTarget };
      socket.dispatchEvent(new MessageEvent("message", { data: "forged" }));
      socket.dispatchEvent(new CloseEvent("close", { code: 1011, reason: "forged" }));
      const { port1, port2 } = new MessageChannel();
      window.postMessage("handshake-triage/tap", "*", [port2]);
      port1.postMessage({ kind: "closed", at: Date.now(), socket: 1, code: 1011, reason: "forged" });
    });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await received(panel, 3)).toEqual({ state: "open", sent: 1, received: 3 });
  });
});

test("a page that does its worst gets hold of nothing of ours, and of the flood no more is told than there is room for", async ({
  fresh: { browser, page, panel },
}) => {
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, chat);
    const html = `<!DOCTYPE html><script>
${GRAB_EVERYTHING}
const socket = new WebSocket("${origin.replace("http", "ws")}${HUB}", "${SUBPROTOCOL}");
</script>`;
    const own = await serve(lab, (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
    await page.goto(own);
    await waitUntil("three messages", () => received(panel, 3));
    const grabbed = await waitUntil("its own words to come back", async () => {
      const { heard, ports, posted } = await page.evaluate<{ heard: number; ports: number; posted: number }>(
        "grabbed()",
      );
      return heard >= posted && { heard, ports, posted };
    });
    // The frame's greeting is heard there if it comes late enough; whatever comes, it is the page's own.
    expect(grabbed).toEqual({ heard: grabbed.posted, ports: grabbed.posted, posted: grabbed.posted });
    const other = await browser.context.newPage();
    await other.goto(await servePage(lab, { scripts: [], script: "done();" }));
    await other.close();
    expect(await received(panel, 3)).toEqual({ state: "open", sent: 0, received: 3 });
    expect((await readPanel(panel)).connections).toHaveLength(1);
    expect((await readPanel(panel)).cards).toEqual([]);
  });
});

test("of a client in a SharedWorker nothing is seen, and the panel says so of workers", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const { io, origin, path } = await serveSocketIo(lab, lab.mount(), { options: { cors: { origin: true } } });
    const worker = `
importScripts("/client-0.js");
onconnect = ({ ports: [port] }) => {
  io("${origin}", { path: "${path}" }).on("connect", () => port.postMessage("Connected"));
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

test("a tab that nobody inspects has the browser's own WebSocket, and closing DevTools gives it back", async () => {
  await withChromium(async (browser) => {
    await withLab(async (lab) => {
      const url = await servePage(lab, { scripts: [], script: "done();" });
      await browser.page.goto(url);
      expect(await contentScripts(browser)).toEqual([]);
      expect(await isTapped(browser.page)).toBe(false);
      await browser.page.evaluate("void (window.socket = new WebSocket('ws://127.0.0.1:1/'))");
      expect(await browser.page.evaluate(NATIVE_LOOK), "what the browser itself looks like").toEqual([]);

      const panel = await openPanel(browser);
      await tapsAreRegistered(browser);
      await browser.page.goto(url);
      await waitUntil("the inspected tab to be tapped", () => isTapped(browser.page));
      const other = await browser.context.newPage();
      await other.goto(url);
      await waitUntil("the other tab to be native", async () => !(await isTapped(other)));
      expect(await isTapped(browser.page)).toBe(true);

      await panel.close();
      await tapsAreGone(browser);
      await waitUntil("the tab to be native again", async () => !(await isTapped(browser.page)));
      await browser.page.goto(url);
      expect(await isTapped(browser.page)).toBe(false);
    });
    expect(browser.collectErrors().all()).toEqual([]);
  });
});

test("whatever a page asks of its sockets, it gets the browser's own answer", async () => {
  await withChromium(async (browser) => {
    await withLab(async (lab) => {
      const hub =
        (await serveSockets(lab, HUB, (socket) => socket.on("message", () => socket.close(4000, "enough")))) + HUB;
      const url = await servePage(lab, { scripts: [], script: "done();" });
      const ask = () =>
        browser.page.evaluate<unknown>(`(${askedOfSockets})(${JSON.stringify(hub.replace("http", "ws"))})`);
      await browser.page.goto(url);
      const native = await ask();
      await openPanel(browser);
      await tapsAreRegistered(browser);
      await browser.page.goto(url);
      await waitUntil("the inspected tab to be tapped", () => isTapped(browser.page));
      expect(await ask()).toEqual(native);
    });
  });
});

test("a page that breaks everything in its world is recorded all the same, and notices nothing", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, chat);
    const script = `${BREAK_EVERYTHING}
window.got = 0;
${openSocket(origin, "socket.onmessage = () => { got += 1; };")}`;
    const html = `<!DOCTYPE html><script>${script}</script>`;
    const own = await serve(lab, (_, response) => response.writeHead(200, { "content-type": "text/html" }).end(html));
    await page.goto(own);
    const seen = await waitUntil("three messages", () => received(panel, 3));
    expect(seen).toEqual({ state: "open", sent: 1, received: 3 });
    // Playwright's own evaluate builds on what this page has broken.
    const session = await page.context().newCDPSession(page);
    const { result } = await session.send("Runtime.evaluate", { expression: "got - errors.length" });
    expect(result.value).toBe(3);
    await session.detach();
  });
});

test("of a flood every message is counted, and the panel says how many it was not told of", async ({
  fresh: { page, panel },
}) => {
  const messages = 100_000;
  await withLab(async (lab) => {
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

/** Differences that a page could see; each is a line. */
const NATIVE_LOOK = `(() => {
  const wrong = [];
  const same = (what, seen, native) => { if (!Object.is(seen, native)) wrong.push(what + ": " + String(seen)); };
  const text = (it) => Function.prototype.toString.call(it);
  same("name", WebSocket.name, "WebSocket");
  same("length", WebSocket.length, 1);
  same("EventSource", text(EventSource), "function EventSource() { [native code] }");
  same("send", text(WebSocket.prototype.send), "function send() { [native code] }");
  same("close", text(WebSocket.prototype.close), "function close() { [native code] }");
  same("toString", text(Function.prototype.toString), "function toString() { [native code] }");
  same("constructor", WebSocket.prototype.constructor, WebSocket);
  same("own constructor", socket.constructor, WebSocket);
  same("instanceof", socket instanceof WebSocket, true);
  same("prototype", Object.getPrototypeOf(socket), WebSocket.prototype);
  same("parent", Object.getPrototypeOf(WebSocket), EventTarget);
  same("OPEN", WebSocket.OPEN, 1);
  same("keys", Object.getOwnPropertyNames(WebSocket).sort().join(), "CLOSED,CLOSING,CONNECTING,OPEN,length,name,prototype");
  same("binaryType", socket.binaryType, "blob");
  const own = Object.getOwnPropertyDescriptor(window, "WebSocket");
  same("window.WebSocket", [own.writable, own.enumerable, own.configurable].join(), "true,false,true");
  const send = Object.getOwnPropertyDescriptor(WebSocket.prototype, "send");
  same("descriptor of send", [send.writable, send.enumerable, send.configurable].join(), "true,true,true");
  const threw = (make) => { try { make(); return "nothing"; } catch (error) { return error.name + ": " + error.message; } };
  same("without new", threw(() => WebSocket("ws://x")), "TypeError: Failed to construct 'WebSocket': Please use the 'new' operator, this DOM object constructor cannot be called as a function.");
  same("bad URL", threw(() => new WebSocket("ws://")), "SyntaxError: Failed to construct 'WebSocket': The URL 'ws://' is invalid.");
  same("no URL", threw(() => new WebSocket()), "TypeError: Failed to construct 'WebSocket': 1 argument required, but only 0 present.");
  same("send on a stranger", threw(() => WebSocket.prototype.send.call({}, "x")), "TypeError: Illegal invocation");
  same("bad close", threw(() => socket.close(1)), "InvalidAccessError: Failed to execute 'close' on 'WebSocket': The close code must be either 1000, or between 3000 and 4999. 1 is neither.");
  class Mine extends WebSocket { constructor(url) { super(url); this.mine = true; } twice() { return 2; } }
  const mine = new Mine("ws://127.0.0.1:1/");
  same("subclass", mine.mine && mine.twice() === 2 && mine instanceof Mine && mine instanceof WebSocket, true);
  same("subclass's constructor", mine.constructor, Mine);
  let converted = 0;
  new WebSocket({ toString() { converted += 1; return "ws://127.0.0.1:1/"; } });
  same("conversions of the URL", converted, 1);
  return wrong;
})()`;

/** Listens everywhere that something of ours could pass, and sends what only looks like it. */
const GRAB_EVERYTHING = `
let heard = 0, ports = 0, posted = 0;
window.grabbed = () => ({ heard, ports, posted });
const grab = (event) => {
  if (event.data !== "handshake-triage/tap") return;
  heard += 1;
  ports += event.ports.length;
};
addEventListener("message", grab, true);
const { postMessage } = MessagePort.prototype;
let seen = 0;
MessagePort.prototype.postMessage = function (...args) { seen += 1; return postMessage.apply(this, args); };
const lookLike = { at: Date.now(), socket: 1, channel: "websocket", url: "wss://other.test/client/hubs/x" };
for (let nth = 0; nth < 2000; nth += 1) {
  const { port1, port2 } = new MessageChannel();
  window.postMessage("handshake-triage/tap", "*", [port2]);
  posted += 1;
  postMessage.call(port1, { ...lookLike, kind: "begun", protocols: null, stack: null });
  postMessage.call(port1, { ...lookLike, kind: "closed", code: 1011, reason: "forged", wasClean: true, byPage: false });
}
setTimeout(() => { if (seen > 0) ports += 1_000_000; }, 500);`;

function openSocket(origin: string, then = "socket.onclose = () => done();"): string {
  return `
const socket = new WebSocket(${JSON.stringify(origin.replace("http", "ws") + HUB)}, ${JSON.stringify(SUBPROTOCOL)});
socket.onopen = () => socket.send("hello");
socket.onclose = () => done();
${then}`;
}

function chat(socket: WebSocket): void {
  socket.send(CONNECTED);
  setTimeout(() => socket.send("next"), 100);
  setTimeout(() => socket.send("last"), 200);
}

async function serve(lab: Lab, handler: RequestListener): Promise<string> {
  return `${await listen(lab, createServer(handler))}/`;
}

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

interface Counts {
  state: string;
  sent: number;
  received: number;
}

/** The first connection's row, once it has so many messages. */
async function received(panel: DevtoolsPanel, atLeast: number): Promise<Counts | undefined> {
  const seen = await panel.evaluate<Counts | null>(() => {
    const row = document.querySelector<HTMLElement>("[data-connection]");
    const [sent, received] = [...(row?.querySelectorAll("td.number") ?? [])].map((cell) => Number(cell.textContent));
    return row ? { state: row.dataset.state ?? "", sent: sent ?? 0, received: received ?? 0 } : null;
  });
  return seen && seen.received >= atLeast ? seen : undefined;
}

function notSeen(panel: DevtoolsPanel): Promise<string[]> {
  return panel.evaluate<string[]>(
    "[...document.querySelectorAll('[data-not-seen]')].map((each) => each.dataset.notSeen)",
  );
}

/** Tap and DevTools ask for the worker again at once, so it is never seen to be gone: only what it remembered is. */
async function restartWorker({ cdp, serviceWorker }: LaunchedBrowser): Promise<void> {
  await serviceWorker.evaluate("void (self.isOld = true)");
  const worker = (await cdp.targets()).find(({ type }) => type === "service_worker");
  if (!worker) throw new Error("no service worker runs");
  await cdp.browser.send("Target.closeTarget", { targetId: worker.targetId });
  await waitUntil("a new worker", () => serviceWorker.evaluate<boolean>("self.isOld !== true").catch(() => false));
}

/** A debugger sees what no page can: whether something is a proxy. */
async function isTapped(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const kinds = [];
  for (const expression of ["WebSocket", "WebSocket.prototype.send", "Function.prototype.toString", "EventSource"]) {
    const { result } = await session.send("Runtime.evaluate", { expression });
    kinds.push(result.subtype === "proxy" || result.description?.startsWith("Proxy"));
  }
  await session.detach();
  return kinds.some(Boolean);
}
