import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A WebSocket-only client asks on another path than the server's, which hangs up",
  protocol: "engine-io",
  needs: "node",
  rows: ["WebSocket hung up at about 1 s: wrong path"],
  cards: [{ cause: "path-mismatch", protocol: "engine-io", phase: "open" }],
  healthy: 0,
  firefox: {
    cards: [{ cause: "connection-reset", protocol: "engine-io", phase: "open" }],
    because: "Firefox has one word for a server that hangs up at the handshake and for a connection that was cut",
  },
  async start(lab) {
    const { origin } = await serveSocketIo(lab, lab.mount());
    const script = tryToConnect(origin, { path: lab.mount(), transports: ["websocket"] });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
