import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { stayConnected } from "../web-pubsub/scripts.js";

export default {
  title: "Something in the service fails for a moment, and it ends the connection",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["disconnected: Internal server transient error, ServiceTransientError"],
  standIn: STAND_IN,
  cards: [{ cause: "azure-service-incident", protocol: "web-pubsub", phase: "close" }],
  healthy: 0,
  logCards: [{ cause: "azure-service-incident", protocol: "web-pubsub" }],
  further: "by name",
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const fault = setInterval(() => edge.hub("chat").stumble(), 500);
    lab.onStop(() => clearInterval(fault));
    const page = await servePage(lab, { script: stayConnected(access.url), scripts: ["web-pubsub"] });
    return { page, log: () => edge.log.liveTrace() };
  },
} satisfies Scenario;
