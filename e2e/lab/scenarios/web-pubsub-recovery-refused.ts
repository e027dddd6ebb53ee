import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { withClient } from "../web-pubsub/scripts.js";

export default {
  title: "A reliable client is cut off and wants its session back, which the service has forgotten",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["1008 on the recovery URL: session gone"],
  standIn: STAND_IN,
  cards: [
    { cause: "connection-reset", protocol: "web-pubsub", phase: "close" },
    { cause: "recovery-refused", protocol: "web-pubsub", phase: "handshake" },
  ],
  healthy: 1,
  async start(lab) {
    const edge = await serveEdge(lab, {
      forgetsSessions: true,
      closes: { afterMs: 400, code: 1006, reason: "", count: 1 },
    });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = withClient(access.url, "{}", "setTimeout(() => client.stop(), 3000);");
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
