import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { bareSocket } from "../web-pubsub/scripts.js";

export default {
  title: "A client without a subprotocol sends a text, and the service closes with 1000",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["simple client closed with 1000 on its first send: EventHandlerNotFound"],
  standIn: STAND_IN,
  cards: [{ cause: "event-handler-not-configured", protocol: "web-pubsub" }],
  healthy: 0,
  logCards: [{ cause: "event-handler-not-configured", protocol: "web-pubsub" }],
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = bareSocket(access.url, null, ["hello"]);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.logAnalytics() };
  },
} satisfies Scenario;
