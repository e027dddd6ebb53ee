import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { PLAIN, withClient } from "../web-pubsub/scripts.js";

export default {
  title: "The application answers an event of the client with 500, and the service drops the client",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["drop after a custom event: SendEventFailed, upstream not 2xx"],
  standIn: STAND_IN,
  cards: [{ cause: "upstream-error", protocol: "web-pubsub" }],
  healthy: 0,
  logCards: [{ cause: "upstream-error", protocol: "web-pubsub" }],
  async start(lab) {
    const url = await serveEvents(lab, "chat", {
      handleUserEvent: (_, response) => response.fail(500, "No such order"),
    });
    const edge = await serveEdge(lab, { eventHandler: { url, userEvents: true } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = withClient(
      access.url,
      PLAIN,
      'await client.sendEvent("order", { id: 7 }, "json").catch((error) => say(error.message));',
    );
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.storage() };
  },
} satisfies Scenario;
