import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { stayConnected } from "../web-pubsub/scripts.js";

export default {
  title: "The service is maintained and asks its clients to come again",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["disconnected: Service reloading, reconnect"],
  standIn: STAND_IN,
  shows: ["web-pubsub/closed-service-reload"],
  cards: [{ cause: "server-shutting-down", protocol: "web-pubsub", phase: "close" }],
  healthy: 0,
  logCards: [{ cause: "server-shutting-down", protocol: "web-pubsub" }],
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = stayConnected(access.url);
    const reload = setInterval(() => edge.hub("chat").reload(), 500);
    lab.onStop(() => clearInterval(reload));
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.liveTrace() };
  },
} satisfies Scenario;
