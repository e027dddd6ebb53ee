import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "playwright/test";
import { openPanel } from "./browser/devtools-panel.js";
import { waitUntil } from "./browser/wait.js";
import { withChromium, withGranted } from "./browser/with-chromium.js";
import { analyzeFile } from "./command-line.js";
import { saveExport } from "./export.js";
import { startHub } from "./lab/dotnet.js";
import { listen } from "./lab/lab.js";
import { pageWithFrame, servePage } from "./lab/page.js";
import { missing } from "./lab/requirements.js";
import type { Lab } from "./lab/scenario.js";
import { talk } from "./lab/signalr/scripts.js";
import { issueToken, newIssuer } from "./lab/signalr/token.js";
import { tryToConnect } from "./lab/socket-io/scripts.js";
import { serveSocketIo } from "./lab/socket-io/server.js";
import { cardOf, causesOf, clearPanel, openCard, visit, withLab } from "./panel-steps.js";
import { readPanel } from "./triage-panel.js";
import type { Watch } from "./walk.js";

type Seen = Pick<Watch, "browser" | "page" | "panel">;

const HIDDEN = "handshake-status-hidden";
const ASK = "[data-testid=ask-again]";
const REQUEST_LINE = "[data-part=request] [data-evidence]";

/** A profile with an extension that, like most ad blockers, may block requests: Chromium then hides refused handshakes. */
const test = base.extend<{ fresh: Seen }, { watch: Seen }>({
  watch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures off this pattern.
    async ({}, use) => {
      await withChromium(async (browser) => use({ browser, page: browser.page, panel: await openPanel(browser) }), {
        otherExtensions: ["e2e/browser/blocker"],
      });
    },
    { scope: "worker", timeout: 120_000 },
  ],
  fresh: async ({ watch }, use) => {
    await clearPanel(watch);
    await use(watch);
    expect(
      await watch.panel.evaluate("document.querySelector('[data-testid=notice][data-tone=bad]')?.innerText ?? null"),
    ).toBe(null);
    expect(watch.browser.collectErrors().all()).toEqual([]);
  },
});

test.describe.configure({ mode: "default" });

test("a hidden status is shown as hidden; asked again, the server's 404 names the cause, also in the export", async ({
  fresh: watch,
}) => {
  const { browser, page, panel } = watch;
  await withLab(async (lab) => {
    const { origin, asked } = await serveNothing(lab);
    const script = tryToConnect(origin, { path: lab.mount(), transports: ["websocket"] });
    await visit({ page }, await servePage(lab, { script, scripts: ["socket.io"] }));
    const hidden = await cardOf(panel, HIDDEN, 2);
    expect(hidden).toMatchObject({ status: null, confidence: "confirmed" });
    expect(causesOf((await readPanel(panel)).cards)).toEqual([HIDDEN]);
    const before = (await readPanel(panel)).connections.length;

    await openCard(panel, HIDDEN);
    expect(await panel.text("[data-part=request]")).toContain("status hidden");
    await panel.click(ASK);
    const told = await cardOf(panel, "path-mismatch", 2);
    expect(told).toMatchObject({ status: 404, protocol: "engine-io" });
    expect(told.confidence, "a plain GET is no handshake").not.toBe("confirmed");
    await panel.waitFor(`document.querySelector('[data-cause="path-mismatch"] .card-body') !== null`);
    expect(await panel.text(REQUEST_LINE)).toMatch(/status hidden; asked again over plain HTTP → 404/);

    const seen = await readPanel(panel);
    expect(causesOf(seen.cards)).toEqual(["path-mismatch"]);
    expect(seen.connections).toHaveLength(before);
    expect(asked.filter(({ method }) => method !== "GET")).toEqual([]);
    expect(asked.filter(({ headers }) => headers.upgrade === undefined)).toHaveLength(1);

    const folder = await mkdtemp(join(tmpdir(), "handshake-triage-"));
    try {
      const file = join(folder, await saveExport(browser, panel, "har", folder));
      expect(await readFile(file, "utf8")).toContain("asked again by the user");
      const { cards } = analyzeFile(file);
      expect(cards.map(({ status, causes }) => [status, causes[0]?.cause])).toEqual([[404, "path-mismatch"]]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

test("the session's id is never sent again, and a server that is in order leaves the status hidden", async ({
  fresh: { page, panel },
}) => {
  await withLab(async (lab) => {
    const asked: string[] = [];
    const { io, origin, path } = await serveSocketIo(lab, lab.mount(), {
      options: { cors: { origin: true, credentials: true } },
    });
    const { httpServer } = io as unknown as { httpServer: ReturnType<typeof createServer> };
    httpServer.prependListener("request", ({ url = "" }: IncomingMessage) => void asked.push(url));
    // The upgrade alone is refused, as a proxy would; its URL has the id of a session that lives on over polling.
    httpServer.removeAllListeners("upgrade").on("upgrade", (_, socket) => {
      socket.end("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
    const script = `
const socket = io(${JSON.stringify(origin)}, { path: ${JSON.stringify(path)} });
socket.on("connect", () => { window.sid = socket.io.engine.id; setTimeout(done, 500); });`;
    await visit({ page }, await servePage(lab, { script, scripts: ["socket.io"] }));
    await cardOf(panel, HIDDEN);
    const sid = await page.evaluate<string>("sid");
    const before = (await readPanel(panel)).connections;

    await openCard(panel, HIDDEN);
    await panel.click(ASK);
    await panel.waitFor("document.body.innerText.includes('asked again over plain HTTP')");
    expect(await panel.text("[data-part=evidence]")).toMatch(/an Engine.IO server answered on this path/);
    expect((await readPanel(panel)).connections).toEqual(before);
    const again = asked.filter((url) => url.includes("transport=websocket"));
    expect(again).toHaveLength(1);
    expect(again[0]).not.toContain(sid);
    expect(again[0]).not.toContain("sid=");
  });
});

test("nor is the id that a SignalR server gave, by that server's own log", async ({ fresh: { page, panel } }) => {
  const reason = missing({ needs: "dotnet" });
  test.skip(reason !== null, reason ?? "");
  await withLab(async (lab) => {
    const log: string[] = [];
    const hub = lab.mount();
    const tokens = newIssuer(false);
    const token = issueToken(600, tokens);
    const script = talk(`{ transport: signalR.HttpTransportType.WebSockets, accessTokenFactory: () => "${token}" }`);
    const files = await servePage(lab, { script: `const hub = "${hub}";\n${script}`, scripts: ["signalr"] });
    // The token counts in a header alone, so that negotiate is answered and the WebSocket is refused.
    const app = { hub, page: files, tokens };
    const [origins] = await startHub(lab, [app], (line) => void log.push(line));
    await visit({ page }, `${origins?.http}/`);
    await openCard(panel, (await cardOf(panel, HIDDEN)).cause);
    await panel.click(ASK);
    await panel.waitFor("document.body.innerText.includes('asked again over plain HTTP')");

    const asked = () => log.filter((line) => line.includes(`Request starting HTTP/1.1 GET ${origins?.http}${hub}`));
    const [socket, again, ...more] = await waitUntil("both in the log", async () => asked().length >= 2 && asked());
    expect(more).toEqual([]);
    const id = /[?&]id=([\w-]+)/.exec(socket ?? "")?.[1] ?? "none";
    expect(socket).toContain(`access_token=${token}`);
    expect(id.length).toBeGreaterThan(10);
    for (const one of [id, "?id=", "&id="]) expect(again).not.toContain(one);
  });
});

test("a frame from another origin asks in its own name", async ({ fresh: { page, panel } }) => {
  await withLab(async (lab) => {
    const { origin, asked } = await serveNothing(lab);
    const script = tryToConnect(origin, { path: lab.mount(), transports: ["websocket"] }, 1);
    const inner = await servePage(lab, { script, scripts: ["socket.io"] });
    await visit({ page }, await pageWithFrame(lab, inner));
    await openCard(panel, (await cardOf(panel, HIDDEN)).cause);
    await panel.click(ASK);
    await cardOf(panel, "path-mismatch");
    const again = asked.filter(({ headers }) => headers.upgrade === undefined);
    expect(again.map(({ headers }) => headers.origin)).toEqual([new URL(inner).origin]);
  });
});

test("so it is where this extension itself is allowed to watch requests, and then sees its own question twice", async () => {
  await withGranted(async (browser) => {
    const panel = await openPanel(browser);
    await withLab(async (lab) => {
      const { origin } = await serveNothing(lab);
      const script = tryToConnect(origin, { path: lab.mount(), transports: ["websocket"] }, 1);
      await visit(browser, await servePage(lab, { script, scripts: ["socket.io"] }));
      await cardOf(panel, HIDDEN);
      await openCard(panel, HIDDEN);
      await panel.click(ASK);
      expect((await cardOf(panel, "path-mismatch")).occurrences).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { cards, connections } = await readPanel(panel);
      expect(causesOf(cards)).toEqual(["path-mismatch"]);
      expect(connections).toHaveLength(1);
    });
  });
});

/** A server that knows no path, and keeps what it was asked. */
async function serveNothing(lab: Lab): Promise<{ origin: string; asked: IncomingMessage[] }> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.writeHead(404).end();
  });
  return { origin: await listen(lab, server), asked };
}
