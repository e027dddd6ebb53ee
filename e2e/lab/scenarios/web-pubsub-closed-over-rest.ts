import type { WebPubSubServiceClient } from "@azure/web-pubsub";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { stayConnected } from "../web-pubsub/scripts.js";

export default {
  title: "The application closes the connection with a REST call and a reason of its own",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["ClosedByAppServer: REST close"],
  standIn: STAND_IN,
  shows: ["web-pubsub/closed-by-app-server"],
  cards: [{ cause: "closed-by-application", protocol: "web-pubsub", phase: "close" }],
  healthy: 0,
  logCards: [{ cause: "closed-by-application", protocol: "web-pubsub" }],
  async start(lab) {
    const service: { current?: WebPubSubServiceClient } = {};
    const url = await serveEvents(lab, "chat", {
      onConnected: ({ context }) =>
        void service.current?.closeConnection(context.connectionId, { reason: "Signed in elsewhere" }),
    });
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connected"] } });
    service.current = edge.service("chat");
    const access = await service.current.getClientAccessToken({ userId: "ada" });
    const script = stayConnected(access.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.logAnalytics() };
  },
} satisfies Scenario;
