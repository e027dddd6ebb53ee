import { Server } from "socket.io";
import type { Lab } from "../scenario.js";
import type { Edge } from "./edge.js";

/** A real Socket.IO server where the service has its own. Returns the client's `path` option. */
export function serveSocketIoClients(lab: Lab, { server }: Edge, hub: string): string {
  const path = `/clients/socketio/hubs/${hub}`;
  const io = new Server(server, { path, serveClient: false, cors: { origin: "*" }, destroyUpgrade: false });
  io.on("connection", (socket) => {
    socket.on("note", (text: string, reply: (text: string) => void) => reply(text));
  });
  lab.onStop(() => void io.close());
  return path;
}
