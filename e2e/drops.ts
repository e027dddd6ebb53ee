import type { WebSocket } from "ws";
import { servePage } from "./lab/page.js";
import type { Lab } from "./lab/scenario.js";
import { WITHOUT_NEGOTIATE } from "./lab/signalr/scripts.js";
import { serveSocketIo } from "./lab/socket-io/server.js";
import { CONNECTED, HUB, SUBPROTOCOL, serveSockets } from "./lab/sockets.js";

/** A server that ends an open session with a close code and a reason, which only the page itself is told. */
export interface Drop {
  protocol: "signalr" | "engine-io" | "web-pubsub";
  title: string;
  code: number;
  reason: string;
  /** Starts the server, and returns a page that is dropped and then done. */
  start(lab: Lab): Promise<string>;
}

const HANDSHAKE_ACCEPTED = "{}\u001e";

export const drops: Drop[] = [
  {
    protocol: "signalr",
    title: "a SignalR server that goes away",
    code: 1011,
    reason: "Out of memory",
    async start(lab) {
      const hub = lab.mount();
      const origin = await serveSockets(lab, hub, (socket) => {
        socket.once("message", () => {
          socket.send(HANDSHAKE_ACCEPTED);
          setTimeout(() => socket.close(1011, "Out of memory"), 200);
        });
      });
      const script = `
const connection = new signalR.HubConnectionBuilder().withUrl("${origin}${hub}", ${WITHOUT_NEGOTIATE}).build();
connection.onclose((error) => done("Closed: " + error));
await connection.start();`;
      return servePage(lab, { scripts: ["signalr"], script });
    },
  },
  {
    protocol: "engine-io",
    title: "a Socket.IO server whose socket is closed for a restart",
    code: 1012,
    reason: "Restarting",
    async start(lab) {
      const path = lab.mount();
      const script = `
const socket = io("/", { path: "${path}", transports: ["websocket"], reconnection: false });
socket.on("disconnect", (reason) => done("Disconnected: " + reason));`;
      const { io, origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
      io.on("connection", ({ conn }) => {
        const transport = conn.transport as unknown as { socket: WebSocket };
        setTimeout(() => transport.socket.close(1012, "Restarting"), 200);
      });
      return `${origin}/`;
    },
  },
  {
    protocol: "web-pubsub",
    title: "a Web PubSub service that throws a client out",
    code: 1008,
    reason: "No longer welcome",
    async start(lab) {
      const origin = await serveSockets(lab, HUB, (socket) => {
        socket.send(CONNECTED);
        setTimeout(() => socket.close(1008, "No longer welcome"), 200);
      });
      const script = `
const socket = new WebSocket("${origin.replace("http", "ws")}${HUB}", "${SUBPROTOCOL}");
socket.onclose = () => done();`;
      return servePage(lab, { scripts: [], script });
    },
  },
];
