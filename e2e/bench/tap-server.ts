import { createServer } from "node:http";
import { attach } from "engine.io";
import { type WebSocket as Peer, WebSocketServer } from "ws";
import { sleep } from "../browser/wait.js";
import { startHub } from "../lab/dotnet.js";
import { serveGateway } from "../lab/gateway.js";
import { listen } from "../lab/lab.js";
import { servePage } from "../lab/page.js";
import type { Lab } from "../lab/scenario.js";
import { serveSocketIo } from "../lab/socket-io/server.js";
import { type Load, pricesOf, type Taker } from "./tap-loads.js";

/** The page of one kind of load, and the server that it is to talk to. */
export interface Site {
  page: string;
  server: string;
  /** Frames that went either way so far, those of handshakes and pings among them. */
  passed(): number;
}

/** The same on all servers. */
export const PATH = "/prices";
const SLICE_MS = 20;
/** No ping comes in between: a load lasts a minute or two. */
const QUIET = { pingInterval: 1_200_000 };

export const SITES: Record<Taker, (lab: Lab) => Promise<Site>> = {
  bare: serveBare,
  reading: serveBare,
  "engine.io": async (lab) => counted(lab, await serveEngine(lab), "engine.io"),
  "socket.io": async (lab) => counted(lab, await serveSocket(lab), "socket.io"),
  signalr: async (lab) => counted(lab, await serveHub(lab), "signalr"),
};

async function serveBare(lab: Lab): Promise<Site> {
  const http = createServer();
  let count = 0;
  new WebSocketServer({ server: http }).on("connection", (socket, { url }) => {
    const load = loadIn(url);
    const payload = load.isBinary ? Buffer.alloc(load.bytes, 7) : "x".repeat(load.bytes);
    socket.on("message", () => {
      count += 1;
    });
    void send(load, () => {
      count += 1;
      socket.send(payload);
      return isOpen(socket);
    });
  });
  return {
    page: await servePage(lab, { scripts: [], script: "" }),
    server: await listen(lab, http),
    passed: () => count,
  };
}

function isOpen({ readyState, OPEN }: Peer): boolean {
  return readyState === OPEN;
}

async function serveEngine(lab: Lab): Promise<string> {
  const http = createServer();
  attach(http, { path: PATH, ...QUIET }).on("connection", (socket) => {
    const load = loadIn(socket.request.url);
    const payload = Buffer.alloc(load.bytes, 7);
    void send(load, () => {
      socket.send(payload);
      return socket.readyState === "open";
    });
  });
  return listen(lab, http);
}

async function serveSocket(lab: Lab): Promise<string> {
  const { io, origin } = await serveSocketIo(lab, PATH, { options: QUIET });
  io.on("connection", (socket) => {
    const load = loadIn(socket.request.url);
    const prices = pricesOf(load.bytes);
    void send(load, () => socket.emit("prices", prices) && socket.connected);
  });
  return origin;
}

/** ASP.NET Core's own: what is sent to its method `Tell` comes back. */
async function serveHub(lab: Lab): Promise<string> {
  const [hub] = await startHub(lab, [{ hub: PATH }]);
  if (!hub) throw new Error("the hub does not run");
  return hub.http;
}

/** How many frames a client and its server make of so many messages, only somebody between them can tell. */
async function counted(lab: Lab, target: string, client: Exclude<Taker, "bare" | "reading">): Promise<Site> {
  let count = 0;
  const server = await serveGateway(lab, target, null, () => {
    count += 1;
  });
  return { page: await servePage(lab, { scripts: [client], script: "" }), server, passed: () => count };
}

function loadIn(url = "/"): Load {
  return JSON.parse(new URL(url, "http://x").searchParams.get("load") ?? "{}") as Load;
}

/** All that is to come in, at its rate; `one` says whether there is still somebody to send to. */
async function send({ direction, frames, perSecond }: Load, one: () => boolean): Promise<void> {
  if (direction !== "in") return;
  const slice = Math.max(1, Math.floor((perSecond * SLICE_MS) / 1000));
  for (let sent = 0; sent < frames; ) {
    for (const end = Math.min(frames, sent + slice); sent < end; sent += 1) if (!one()) return;
    await sleep(SLICE_MS);
  }
}
