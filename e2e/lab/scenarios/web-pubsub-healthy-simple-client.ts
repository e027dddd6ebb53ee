import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { bareSocket } from "../web-pubsub/scripts.js";

export default {
  title: "A client without a subprotocol sends an event, and the application answers",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  async start(lab) {
    const url = await serveEvents(lab, "chat", {
      handleUserEvent: ({ data }, response) => response.success(`You said ${data}`, "text"),
    });
    const edge = await serveEdge(lab, { eventHandler: { url, userEvents: true } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = bareSocket(access.url, null, ["hello"], 1000);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
