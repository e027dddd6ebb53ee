import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The page's Content-Security-Policy lists neither the server nor its WebSocket",
  protocol: "engine-io",
  needs: "node",
  rows: ["no request, CSP violation: connect-src needs https: and wss:"],
  cards: [{ cause: "csp-connect-src", protocol: "engine-io", netError: "csp" }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    const headers = { "content-security-policy": "connect-src 'self'" };
    const script = tryToConnect(origin, { path, transports: ["polling", "websocket"] });
    return { page: await servePage(lab, { script, scripts: ["socket.io"], headers }) };
  },
} satisfies Scenario;
