import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { bareSocket } from "../web-pubsub/scripts.js";

export default {
  title: "A reliable client never says what it has, and the service drops it when its queue is full",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["SlowClient: queue overflow, no sequenceAck"],
  standIn: STAND_IN,
  shows: ["web-pubsub/closed-slow-client"],
  cards: [{ cause: "slow-client", protocol: "web-pubsub", phase: "close" }],
  healthy: 0,
  logCards: [{ cause: "slow-client", protocol: "web-pubsub" }],
  async start(lab) {
    const edge = await serveEdge(lab, { queueLimit: 40 });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = bareSocket(access.url, "json.reliable.webpubsub.azure.v1", [], 3000);
    const publish = setInterval(() => edge.hub("chat").publish("tick"), 20);
    lab.onStop(() => clearInterval(publish));
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.logAnalytics() };
  },
} satisfies Scenario;
