import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveInstead } from "../web-pubsub/event-server.js";

export default {
  title: "The event handler answers OPTIONS without WebHook-Allowed-Origin, and the service does not take it",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["AbuseProtectionResponseMissingAllowedOrigin: no WebHook-Allowed-Origin"],
  standIn: STAND_IN,
  shows: ["web-pubsub/abuse-protection-origin"],
  logCards: [{ cause: "abuse-protection-missing-allowed-origin", protocol: "web-pubsub" }],
  async log(lab) {
    const url = await serveInstead(lab, (_, response) => response.end());
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    await edge.validate();
    return edge.log.liveTrace();
  },
} satisfies Scenario;
