import { createServer, type Server as HttpServer } from "node:http";
import { createRequire } from "node:module";
import { listen } from "../lab.js";
import { type Page, pageHandler } from "../page.js";
import type { Lab } from "../scenario.js";

/** What the lab uses of version 2, which comes without types. */
interface Server2 {
  on(event: "connection", listener: (socket: Socket2) => void): void;
  use(middleware: (socket: Socket2, next: (error?: Error) => void) => void): void;
  close(): void;
}

interface Socket2 {
  on(event: string, listener: (text: string, reply: (text: string) => void) => void): void;
}

type Construct = (http: HttpServer, options: object) => Server2;

const require = createRequire(import.meta.url);

export interface SocketIo2 {
  io: Server2;
  origin: string;
  path: string;
}

/** A Socket.IO server of version 2, which answers every "note" as the current one does; without a page other paths are 404. */
export async function serveSocketIo2(
  lab: Lab,
  path: string,
  setup: { options?: object; page?: Page } = {},
): Promise<SocketIo2> {
  const construct = require("socket.io-2") as Construct;
  const http = createServer(setup.page ? pageHandler(setup.page) : (_, response) => response.writeHead(404).end());
  const io = construct(http, { path, serveClient: false, ...setup.options });
  io.on("connection", (socket) => socket.on("note", (text, reply) => reply(text)));
  const origin = await listen(lab, http);
  lab.onStop(() => io.close());
  return { io, origin, path };
}
