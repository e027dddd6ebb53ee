import { createServer } from "node:http";
import { attach, type Server, type ServerOptions } from "engine.io";
import { listen } from "../lab.js";
import { type Page, pageHandler } from "../page.js";
import type { Lab } from "../scenario.js";

/** Engine.IO without Socket.IO on top: sends every message back. The page comes from the same origin. */
export async function serveEngineIo(
  lab: Lab,
  path: string,
  { page, options }: { page: Page; options?: ServerOptions },
): Promise<{ engine: Server; origin: string }> {
  const http = createServer(pageHandler(page));
  const engine = attach(http, { path, ...options });
  engine.on("connection", (socket) => socket.on("message", (data: string | Buffer) => socket.send(data)));
  const origin = await listen(lab, http);
  lab.onStop(() => void engine.close());
  return { engine, origin };
}
