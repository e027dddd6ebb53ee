import { createServer, type RequestListener } from "node:http";
import { Server, type ServerOptions } from "socket.io";
import { at, listen, secureServer } from "../lab.js";
import { API } from "../names.js";
import { type Page, pageHandler } from "../page.js";
import type { Lab } from "../scenario.js";

export interface SocketIoServer {
  io: Server;
  origin: string;
  /** Where the server listens, as its and the client's `path` option. */
  path: string;
}

export interface SocketIoSetup {
  options?: Partial<ServerOptions>;
  /** A page on the server's own origin. Without it every other path answers 404. */
  page?: Page;
  /** Over https, under a name of its own. */
  secure?: true;
}

/** A Socket.IO server that sends every "note" back, also by its acknowledgement. */
export async function serveSocketIo(lab: Lab, path: string, setup: SocketIoSetup = {}): Promise<SocketIoServer> {
  const handler = setup.page ? pageHandler(setup.page) : notFound;
  const http = setup.secure ? secureServer(handler) : createServer(handler);
  const io = new Server(http, { path, serveClient: false, ...setup.options });
  io.on("connection", (socket) => {
    socket.on("note", (text: string, reply: (text: string) => void) => {
      socket.emit("note", text);
      reply(text);
    });
  });
  const origin = await listen(lab, http);
  // Not awaited: it waits for the browser's idle connections, which only the lab's own stop cuts.
  lab.onStop(() => void io.close());
  return { io, origin: setup.secure ? at(origin, "https:", API) : origin, path };
}

const notFound: RequestListener = (_, response) => response.writeHead(404).end();
