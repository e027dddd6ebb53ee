import { createServer, type RequestListener } from "node:http";
import { openPanel } from "./browser/devtools-panel.js";
import { waitUntil } from "./browser/wait.js";
import { withChromium } from "./browser/with-chromium.js";
import { contentScripts, tapsAreGone, tapsAreRegistered } from "./content-scripts.js";
import { expect, test } from "./fixtures.js";
import { listen } from "./lab/lab.js";
import { servePage } from "./lab/page.js";
import type { Lab } from "./lab/scenario.js";
import { CONNECTED, chat, HUB, openSocket, SUBPROTOCOL, serveSockets } from "./lab/sockets.js";
import { visit, withLab } from "./panel-steps.js";
import { isTapped, received } from "./tapped.js";
import { readPanel } from "./triage-panel.js";
import { askedOfSockets } from "./wpt/asked.js";
import { BREAK_EVERYTHING } from "./wpt/broken-world.js";

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

test("whatever a page asks of its sockets, it gets the browser's own answer", async () => {
  await withChromium(async (browser) => {
    await withLab(async (lab) => {
      const hub =
        (await serveSockets(lab, HUB, (socket) =>
          socket.on("message", () => {
            socket.send("heard");
            socket.close(4000, "enough");
          }),
        )) + HUB;
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

test("what a page does to a message after it came or before it went changes nothing of what is told", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const origin = await serveSockets(lab, HUB, (socket) => {
      socket.send(CONNECTED);
      for (const bytes of [[1, 2, 3], [4, 5], [6], []]) socket.send(Uint8Array.from(bytes));
      socket.send("as it came");
    });
    const script = openSocket(
      origin,
      `
socket.binaryType = "arraybuffer";
const { set } = Reflect.getPrototypeOf(Uint8Array.prototype);
Reflect.getPrototypeOf(Uint8Array.prototype).set = function (from, ...rest) { return set.call(this, [9, 9, 9], ...rest); };
Uint8Array.prototype.toBase64 = () => "AAAA";
socket.onmessage = (event) => {
  const { data } = event;
  if (typeof data !== "string") new Uint8Array(data).fill(9), structuredClone(data, { transfer: [data] });
  setTimeout(() => {
    event.initMessageEvent("message", false, false, "forged");
    Object.defineProperty(event, "data", { value: "forged" });
    if (data === "as it came") done();
  });
};
socket.addEventListener("open", () => {
  const bytes = Uint8Array.of(0, 7, 8, 0).subarray(1, 3);
  socket.send(bytes);
  bytes.fill(9);
});`,
    );
    await visit({ page }, await servePage(lab, { scripts: [], script }));
    await waitUntil("all of them", () => received(panel, 6));
    await panel.click("[data-show-connection]");
    await panel.waitFor("document.querySelectorAll('[data-message]').length > 1");
    const shown = [];
    const count = await panel.evaluate<number>(() => document.querySelectorAll("[data-message]").length);
    for (let nth = 0; nth < count; nth += 1) {
      await panel.click(`#message-${nth}`);
      await panel.click("[data-message-view=raw]");
      shown.push(await panel.text("[data-testid=message]"));
    }
    const all = shown.join("\n");
    for (const told of ["AQID", "BAU=", "Bg==", "Bwg=", "as it came"]) expect(all).toContain(told);
    expect(all).not.toContain("forged");
    expect(all).not.toContain("CQk");
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

test("what another script puts around the same functions, before us and after us, is called, and all is recorded", async () => {
  await withChromium(async (browser) => {
    await withLab(async (lab) => {
      const { page } = browser;
      const panel = await openPanel(browser);
      await tapsAreRegistered(browser);
      await page.addInitScript(wrapSockets("before"));
      const origin = await serveSockets(lab, HUB, chat);
      const script = `${wrapSockets("after")}
${openSocket(origin, "socket.onmessage = ({ data }) => data === 'last' && socket.close();")}`;
      await visit({ page }, await servePage(lab, { scripts: [], script }));
      expect(await isTapped(page)).toBe(true);
      expect(await page.evaluate("calls.join()")).toBe("after made,before made,after send,before send");
      const [connection] = await waitUntil("the connection", async () => {
        const { connections } = await readPanel(panel);
        return connections.length > 0 ? connections : undefined;
      });
      expect(connection).toMatchObject({ protocol: "web-pubsub", state: "closed" });
      expect(await received(panel, 3)).toMatchObject({ sent: 1, received: 3 });
    });
    expect(browser.collectErrors().all()).toEqual([]);
  });
});

/** As error reporters and other extensions do; frozen, so that nothing takes it away again. */
function wrapSockets(name: string): string {
  return `{
  const calls = (window.calls ??= []);
  const Inner = window.WebSocket;
  const send = Inner.prototype.send;
  Inner.prototype.send = function (...args) { calls.push("${name} send"); return send.apply(this, args); };
  window.WebSocket = class WebSocket extends Inner { constructor(...args) { calls.push("${name} made"); super(...args); } };
  Object.freeze(window.WebSocket);
}`;
}

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

async function serve(lab: Lab, handler: RequestListener): Promise<string> {
  return `${await listen(lab, createServer(handler))}/`;
}
