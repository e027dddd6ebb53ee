import { createServer } from "node:http";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import { listen } from "../lab/lab.js";
import { pageHandler } from "../lab/page.js";
import type { Lab } from "../lab/scenario.js";
import { serveSocketIo } from "../lab/socket-io/server.js";

/** What the servers know to have happened, by a name that nothing else has, and when. */
export interface ServerLog {
  /** `t` of each attempt that the Socket.IO server refused, as the official client numbers them. */
  refused: Map<string, number>;
  /** Numbers of the sockets that were opened. */
  opened: Map<string, number>;
  /** Messages that came from the page, and those that the page says it got. */
  messages: Map<string, number>;
  closed: Map<string, number>;
  /**
   * "refused …" and "closed …" that no later step of the page proves to have reached it: a client tries again only once it
   * knows that it was refused, and the page opens the next socket only once the last one is closed. At most the last of
   * each kind of each load; whether the page still got it when it was being left, nobody can tell.
   */
  unproven: Map<string, number>;
}

const HUB = "/client/hubs/soak";
const EVERY_MS = 100;
/** How long a conversation lasts at least; at most it is twice as long. */
const LASTS_MS = 4000;

/** A page that opens a socket after the other, talks on it both ways, and meanwhile asks in vain at a Socket.IO server. */
export async function serveSoak(lab: Lab, lastsMs = LASTS_MS): Promise<{ page: string; log: ServerLog }> {
  const log: ServerLog = {
    refused: new Map(),
    opened: new Map(),
    messages: new Map(),
    closed: new Map(),
    unproven: new Map(),
  };
  const lastRefused = new Map<string, string>();
  const path = lab.mount();
  const { origin } = await serveSocketIo(lab, path, {
    options: {
      cors: { origin: "*" },
      allowRequest: ({ url = "" }, decide) => {
        const query = new URL(url, "http://lab").searchParams;
        const [attempt, load] = [query.get("t") ?? url, query.get("load") ?? ""];
        const before = lastRefused.get(load);
        if (before !== undefined) prove("refused", before, log);
        lastRefused.set(load, attempt);
        note(log.unproven, `refused ${attempt}`);
        decide("No licence for this tenant", false);
      },
    },
  });
  const http = createServer(pageHandler({ scripts: ["socket.io"], script: pageScript(origin, path) }));
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (socket, { url = "" }) => {
    const name = new URL(url, "http://lab").searchParams.get("n") ?? "";
    prove("closed", before(name), log);
    converse(socket, name, log, lastsMs * (1 + Math.random()));
  });
  return { page: `${await listen(lab, http)}/`, log };
}

function note(things: Map<string, number>, name: string): void {
  if (!things.has(name)) things.set(name, Date.now());
}

/** The page has gone on from it. */
function prove(kind: "refused" | "closed", name: string, log: ServerLog): void {
  const at = log.unproven.get(`${kind} ${name}`);
  if (at === undefined) return;
  log.unproven.delete(`${kind} ${name}`);
  log[kind].set(name, at);
}

/** Sockets of one load are numbered. */
function before(name: string): string {
  const [load, nth] = name.split("-");
  return `${load}-${Number(nth) - 1}`;
}

/** Each message is numbered, and each of the page's says how many of ours it has had by then. */
function converse(socket: WebSocket, name: string, log: ServerLog, lastsMs: number): void {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    socket.send(`down ${name} ${sent}`);
  }, EVERY_MS);
  let told = 0;
  socket.on("message", (data) => {
    const text = String(data);
    note(log.opened, name); // A page that is just being left may never have heard of it.
    note(log.messages, text);
    const had = Number(text.split(" ").at(-1));
    for (; told < had; told += 1) note(log.messages, `down ${name} ${told + 1}`);
  });
  socket.on("close", (code) => {
    clearInterval(timer);
    if (code >= 4000) note(log.unproven, `closed ${name}`); // The page has answered; one that was left says nothing, or 1001.
  });
  setTimeout(() => socket.close(4000 + (sent % 500), "Enough"), lastsMs);
}

function pageScript(origin: string, path: string): string {
  return `
const load = Date.now().toString(36) + Math.floor(Math.random() * 1e6).toString(36);
let count = 0, over = false;
function open() {
  if (over) return;
  const name = load + "-" + (count += 1);
  const socket = new WebSocket(location.origin.replace("http", "ws") + "${HUB}?n=" + name, "json.webpubsub.azure.v1");
  let had = 0, sent = 0, timer;
  socket.onmessage = () => { had += 1; };
  socket.onopen = () => { timer = setInterval(() => socket.send("up " + name + " " + (sent += 1) + " " + had), ${EVERY_MS}); };
  socket.onclose = () => { clearInterval(timer); setTimeout(open, 300); };
  window.stop = () => { over = true; client.close(); };
}
const client = io(${JSON.stringify(origin)}, { path: ${JSON.stringify(path)}, query: { load }, reconnectionDelay: 1000, reconnectionDelayMax: 1500 });
open();
done();`;
}
