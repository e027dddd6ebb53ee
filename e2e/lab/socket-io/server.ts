import { createServer, type RequestListener } from "node:http";
import { Server, type ServerOptions } from "socket.io";
import { listen } from "../lab.js";
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
}

/** A Socket.IO server that sends every "note" back, also by its acknowledgement. */
export async function serveSocketIo(lab: Lab, path: string, setup: SocketIoSetup = {}): Promise<SocketIoServer> {
  const http = createServer(setup.page ? pageHandler(setup.page) : notFound);
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
  return { io, origin, path };
}

const notFound: RequestListener = (_, response) => response.writeHead(404).end();
