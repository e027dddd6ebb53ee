import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveInstead } from "../web-pubsub/event-server.js";

export default {
  title: "The event handler is a function, whose key is missing in the URL: OPTIONS is answered 401",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["AbuseProtectionResponseInvalidStatusCode 401: auth blocks OPTIONS"],
  standIn: STAND_IN,
  shows: ["web-pubsub/abuse-protection-401"],
  logCards: [{ cause: "abuse-protection-missing-function-key", protocol: "web-pubsub" }],
  async log(lab) {
    const url = await serveInstead(lab, (_, response) => response.writeHead(401).end());
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    await edge.validate();
    return edge.log.storage();
  },
} satisfies Scenario;
