import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveInstead } from "../web-pubsub/event-server.js";

export default {
  title: "Something before the application answers the validation with 403",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["AbuseProtectionResponseInvalidStatusCode 403: auth blocks OPTIONS"],
  standIn: STAND_IN,
  logCards: [{ cause: "abuse-protection-invalid-status", protocol: "web-pubsub" }],
  async log(lab) {
    const url = await serveInstead(lab, (_, response) => response.writeHead(403).end());
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    await edge.validate();
    return edge.log.liveTrace();
  },
} satisfies Scenario;
