import type { Lab } from "./lab/scenario.js";
import { tryToConnect } from "./lab/socket-io/scripts.js";
import { serveSocketIo } from "./lab/socket-io/server.js";

/** A page whose client goes over a WebSocket alone and is refused by a middleware, with this message. */
export async function pageRefusedWith(lab: Lab, message: string, auth: object = {}): Promise<string> {
  const path = lab.mount();
  const script = tryToConnect("/", { path, auth, transports: ["websocket"] }, 1);
  const { io, origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
  io.use((_socket, next) => next(new Error(message)));
  return `${origin}/`;
}
