import { createServer } from "node:http";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import { listen } from "../lab/lab.js";
import { pageHandler } from "../lab/page.js";
import type { Lab } from "../lab/scenario.js";
import { serveSocketIo } from "../lab/socket-io/server.js";

/** What the servers know to have happened, by a name that nothing else has. */
export interface ServerLog {
  /** `t` of each attempt that the Socket.IO server refused, as the official client numbers them. */
  refused: Set<string>;
  /** Numbers of the sockets that were opened. */
  opened: Set<string>;
  /** Messages that came from the page, and those that the page says it got. */
  messages: Set<string>;
  closed: Set<string>;
}

const HUB = "/client/hubs/soak";
const EVERY_MS = 100;

/** A page that opens a socket after the other, talks on it both ways, and meanwhile asks in vain at a Socket.IO server. */
export async function serveSoak(lab: Lab): Promise<{ page: string; log: ServerLog }> {
  const log: ServerLog = { refused: new Set(), opened: new Set(), messages: new Set(), closed: new Set() };
  const path = lab.mount();
  const { origin } = await serveSocketIo(lab, path, {
    options: {
      cors: { origin: "*" },
      allowRequest: ({ url = "" }, decide) => {
        log.refused.add(new URL(url, "http://lab").searchParams.get("t") ?? url);
        decide("No licence for this tenant", false);
      },
    },
  });
  const http = createServer(pageHandler({ scripts: ["socket.io"], script: pageScript(origin, path) }));
  const sockets = new WebSocketServer({ server: http });
  sockets.on("connection", (socket, { url = "" }) => {
    const name = new URL(url, "http://lab").searchParams.get("n") ?? "";
    converse(socket, name, log);
  });
  return { page: `${await listen(lab, http)}/`, log };
}

/** Each message is numbered, and each of the page's says how many of ours it has had by then. */
function converse(socket: WebSocket, name: string, log: ServerLog): void {
  let sent = 0;
  const timer = setInterval(() => {
    sent += 1;
    socket.send(`down ${name} ${sent}`);
  }, EVERY_MS);
  let told = 0;
  socket.on("message", (data) => {
    const text = String(data);
    log.opened.add(name); // A page that is just being left may never have heard of it.
    log.messages.add(text);
    const had = Number(text.split(" ").at(-1));
    for (; told < had; told += 1) log.messages.add(`down ${name} ${told + 1}`);
  });
  socket.on("close", (code) => {
    clearInterval(timer);
    if (code >= 4000) log.closed.add(name); // The page has answered; one that was left says nothing, or 1001.
  });
  setTimeout(() => socket.close(4000 + (sent % 500), "Enough"), 4000 + Math.random() * 4000);
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
const client = io(${JSON.stringify(origin)}, { path: ${JSON.stringify(path)}, reconnectionDelay: 1000, reconnectionDelayMax: 1500 });
open();
done();`;
}
