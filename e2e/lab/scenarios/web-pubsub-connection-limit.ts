import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { oneBesideTheOther } from "../web-pubsub/scripts.js";

export default {
  title: "One connection is all that the tier allows, and a second client is answered 429",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["429: the connections of the tier are used up"],
  standIn: STAND_IN,
  shows: ["web-pubsub/connection-count-limit"],
  cards: [{ cause: "azure-connection-limit", protocol: "web-pubsub", phase: "connect", status: 429 }],
  healthy: 1,
  logCards: [{ cause: "azure-connection-limit", protocol: "web-pubsub" }],
  async start(lab) {
    const edge = await serveEdge(lab, { connectionLimit: 1 });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = oneBesideTheOther(access.url, access.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.liveTrace() };
  },
} satisfies Scenario;
