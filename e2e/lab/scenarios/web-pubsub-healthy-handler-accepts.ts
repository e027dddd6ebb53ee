import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { withClient } from "../web-pubsub/scripts.js";

export default {
  title: "The application's handler of connect gives roles and a group, and answers an event",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  shows: ["web-pubsub/closed-normal"],
  cards: [],
  healthy: 1,
  logCards: [],
  async start(lab) {
    const url = await serveEvents(lab, "chat", {
      handleConnect: (_, response) => response.success({ roles: ["webpubsub.sendToGroup"], groups: ["room"] }),
      handleUserEvent: (_, response) => response.success("Taken", "text"),
    });
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"], userEvents: true } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = withClient(
      access.url,
      "{ protocol: webPubSubClient.WebPubSubJsonProtocol() }",
      `
await client.sendToGroup("room", "hello", "text");
await client.sendEvent("order", "7", "text");
setTimeout(() => client.stop(), 500);`,
    );
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.liveTrace() };
  },
} satisfies Scenario;
