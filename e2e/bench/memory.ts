import { parseArgs } from "node:util";
import type { CdpSession } from "../browser/cdp.js";
import { placeOf } from "../browser/devtools-window.js";
import { sleep } from "../browser/wait.js";
import { servePage } from "../lab/page.js";
import { serveSocketIo } from "../lab/socket-io/server.js";
import { withLab } from "../panel-steps.js";
import { recordingOf, tabOf } from "../soak/recorded.js";
import { startWatch, type Watch } from "../walk.js";
import { round } from "./measured.js";

/**
 * `npm run bench:memory -- [--rate 200] [--messages 200000]`: what the extension's pages hold while a page of the official
 * client takes so many messages a second, far past the 50,000 events that a recording keeps, and every 2,000 messages
 * another connection fails. Heaps are read after a collection, at each 50,000 messages: the first such reading is where the limit
 * is reached, and from there on the figure is to stay. A quarter of an hour, needs the browser.
 */
const { values } = parseArgs({
  options: { rate: { type: "string", default: "200" }, messages: { type: "string", default: "200000" } },
});
const rate = Number(values.rate);
const messages = Number(values.messages);
const LIMIT = 50_000;
const SLICE_MS = 50;
/** Ten seconds at the usual rate. */
const FAILS_EVERY = 2000;
const MEGABYTE = 1024 * 1024;

interface Heaps {
  messages: number;
  /** Of the tab that holds the panel and the devtools page, which share one. */
  "panel, MB": number;
  "worker, MB": number;
  "page, MB": number;
  /** What a panel that opens now would be told. */
  events: number;
}

const watch = await startWatch(true);
try {
  const table = await withLab(async (lab) => {
    const path = lab.mount();
    const { io, origin } = await serveSocketIo(lab, path, { options: { cors: { origin: "*" } } });
    let sent = 0;
    io.on("connection", (socket) => {
      const perSlice = (rate * SLICE_MS) / 1000;
      const from = Date.now();
      const timer = setInterval(() => {
        const due = Math.min(messages, Math.floor(((Date.now() - from) / SLICE_MS) * perSlice));
        for (; sent < due; sent += 1)
          socket.emit("price", { symbol: `S${sent % 97}`, at: Date.now(), text: `price ${sent}` });
      }, SLICE_MS);
      socket.on("disconnect", () => clearInterval(timer));
    });
    await watch.page.goto(await servePage(lab, { scripts: ["socket.io"], script: script(origin, path) }));
    const rows: Heaps[] = [];
    for (let next = LIMIT; next <= messages; next += LIMIT) {
      while (sent < next) await sleep(1000);
      await sleep(2000);
      rows.push(await heaps(watch, sent));
      console.table(rows.slice(-1));
    }
    return rows;
  });
  console.table(table);
  report(table);
} finally {
  await watch.browser.close();
}

/** The page of the official client, which also asks in vain for a namespace's session at an address that nothing answers. */
function script(origin: string, path: string): string {
  return `
const socket = io(${JSON.stringify(origin)}, { path: ${JSON.stringify(path)}, transports: ["websocket"] });
socket.on("connect", done);
setInterval(() => {
  const lost = io(${JSON.stringify(origin)}, { path: "/nowhere", forceNew: true, reconnection: false });
  lost.on("connect_error", () => lost.close());
}, ${(FAILS_EVERY / rate) * 1000});`;
}

async function heaps({ browser, page, panel }: Watch, sent: number): Promise<Heaps> {
  const target = (await browser.cdp.targets()).find(
    ({ type, url }) => type === "service_worker" && url.includes(browser.extensionId),
  );
  if (!target) throw new Error("the extension's worker does not run");
  const worker = await browser.cdp.attach(target.targetId);
  const frame = panel.window.frames.find(({ url }) => placeOf(browser, url) === "panel");
  if (!frame) throw new Error("the panel is not there");
  const inspected = await page.context().newCDPSession(page);
  const found = {
    messages: sent,
    "panel, MB": await heap(frame.session),
    "worker, MB": await heap(worker),
    "page, MB": await heap(inspected),
    events: (await recordingOf(panel, await tabOf(panel))).length,
  };
  await inspected.detach();
  await browser.cdp.browser.send("Target.detachFromTarget", { sessionId: worker.id });
  return found;
}

async function heap(session: Pick<CdpSession, "send">): Promise<number> {
  await session.send("HeapProfiler.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return round(usedSize / MEGABYTE, 1);
}

function report(rows: readonly Heaps[]): void {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last || first === last) throw new Error(`too few messages: at least ${2 * LIMIT}`);
  if (first.events < LIMIT * 0.9)
    throw new Error(`only ${first.events} events were recorded of ${first.messages} messages`);
  for (const name of ["panel, MB", "worker, MB", "page, MB"] as const)
    console.log(
      `${name}: ${last[name]} after ${last.messages} messages, ${first[name]} after ${first.messages}: ${round(last[name] / first[name])} ×`,
    );
}
