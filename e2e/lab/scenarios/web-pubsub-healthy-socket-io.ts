import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveSocketIoClients } from "../web-pubsub/socket-io.js";

export default {
  title: "A Socket.IO client talks through Web PubSub for Socket.IO",
  protocol: "engine-io",
  needs: "node",
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  async start(lab) {
    const edge = await serveEdge(lab);
    const path = serveSocketIoClients(lab, edge, "chat");
    const script = talk(edge.origin, { path }, true);
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
