import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { oneAfterTheOther } from "../web-pubsub/scripts.js";

export default {
  title: "The service answers 503 once, and the client comes in at the next attempt",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["502 or 503: transient, a retry works"],
  standIn: STAND_IN,
  cards: [{ cause: "bad-gateway", protocol: "web-pubsub", phase: "connect", status: 503 }],
  healthy: 1,
  async start(lab) {
    const edge = await serveEdge(lab, { faults: { status: 503, count: 1 } });
    const [first, second] = await Promise.all([
      edge.service("chat").getClientAccessToken({ userId: "ada" }),
      edge.service("chat").getClientAccessToken({ userId: "grace" }),
    ]);
    const script = oneAfterTheOther(first.url, second.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
