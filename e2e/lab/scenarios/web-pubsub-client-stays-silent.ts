import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { bareSocket } from "../web-pubsub/scripts.js";

export default {
  title: "A client that never pings is dropped by the service",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["PingTimeout: sleeping or silent client"],
  standIn: STAND_IN,
  shows: ["web-pubsub/closed-ping-timeout"],
  cards: [{ cause: "client-ping-timeout", protocol: "web-pubsub", phase: "close" }],
  healthy: 0,
  logCards: [{ cause: "client-ping-timeout", protocol: "web-pubsub" }],
  async start(lab) {
    const edge = await serveEdge(lab, { pingTimeoutMs: 1000 });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = bareSocket(access.url, "json.webpubsub.azure.v1", [], 3000);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.storage() };
  },
} satisfies Scenario;
