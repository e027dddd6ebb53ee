import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveInstead } from "../web-pubsub/event-server.js";
import { knock } from "../web-pubsub/node.js";

export default {
  title: "The application denies the service's request, as it knows another endpoint",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["500 Request is denied as target server is invalid: upstream refused the origin"],
  standIn: STAND_IN,
  shows: ["web-pubsub/upstream-target-invalid"],
  logCards: [{ cause: "upstream-error", protocol: "web-pubsub" }],
  async log(lab) {
    const url = await serveInstead(lab, (_, response) => {
      response.writeHead(500).end("Request is denied as target server is invalid");
    });
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    await knock(access.url);
    return edge.log.liveTrace();
  },
} satisfies Scenario;
