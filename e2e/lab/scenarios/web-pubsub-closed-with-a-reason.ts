import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { stayConnected } from "../web-pubsub/scripts.js";

export default {
  title: "The service closes the socket with 1008 and a reason",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["close 1008 with a reason of the application"],
  standIn: STAND_IN,
  cards: [{ cause: "closed-by-application", protocol: "web-pubsub", phase: "close" }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab, { closes: { afterMs: 300, code: 1008, reason: "Signed in elsewhere" } });
    const { url } = await edge.service("chat").getClientAccessToken();
    return { page: await servePage(lab, { script: stayConnected(url), scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
