import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveSocketIoClients } from "../web-pubsub/socket-io.js";

export default {
  title: "A Socket.IO client asks the service at /socket.io/, as its path option is missing",
  protocol: "engine-io",
  needs: "node",
  rows: ["Socket.IO: 404 /socket.io/ on the service: path missing"],
  standIn: STAND_IN,
  cards: [{ cause: "path-mismatch", protocol: "engine-io", status: 404, phase: "open" }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    serveSocketIoClients(lab, edge, "chat");
    const script = tryToConnect(edge.origin, { transports: ["websocket"] });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
