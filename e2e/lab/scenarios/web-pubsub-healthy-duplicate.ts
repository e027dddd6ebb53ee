import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { bareSocket } from "../web-pubsub/scripts.js";

export default {
  title: "An acknowledgement is lost, the client sends again, and is told that it was done already",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["ack Duplicate: taken as success"],
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  async start(lab) {
    const edge = await serveEdge(lab, { losesAcks: true });
    const access = await edge
      .service("chat")
      .getClientAccessToken({ userId: "ada", roles: ["webpubsub.joinLeaveGroup"] });
    const join = JSON.stringify({ type: "joinGroup", group: "room", ackId: 1 });
    const script = bareSocket(access.url, "json.webpubsub.azure.v1", [join, join], 1000);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
