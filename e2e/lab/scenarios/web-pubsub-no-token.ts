import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The page connects to the bare address of the hub, without a token",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["401, no token: anonymous not allowed"],
  standIn: STAND_IN,
  cards: [{ cause: "azure-direct-connect-without-token", protocol: "web-pubsub", phase: "connect", status: 401 }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const script = tryToStart(`${edge.origin.replace("http:", "ws:")}/client/hubs/chat`);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
