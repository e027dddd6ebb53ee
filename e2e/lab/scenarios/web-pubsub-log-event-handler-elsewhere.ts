import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";

export default {
  title: "The middleware listens on another path than the settings say, and the validation gets 404",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["AbuseProtectionResponseInvalidStatusCode 404: path mismatch"],
  standIn: STAND_IN,
  logCards: [{ cause: "abuse-protection-invalid-status", protocol: "web-pubsub" }],
  async log(lab) {
    const url = new URL(lab.mount(), await serveEvents(lab, "chat")).href;
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    await edge.validate();
    return edge.log.logAnalytics();
  },
} satisfies Scenario;
