import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { withClient } from "../web-pubsub/scripts.js";

export default {
  title: "The service closes one socket of a reliable client, which gets its session back on the next",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  cards: [],
  healthy: 2,
  async start(lab) {
    const edge = await serveEdge(lab, { closes: { afterMs: 400, code: 1000, reason: "", count: 1 } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = withClient(access.url, "{}", "setTimeout(() => client.stop(), 2500);");
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
