import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The client asks at a path that the service does not have",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["404, bad path"],
  standIn: STAND_IN,
  cards: [{ cause: "wrong-endpoint", protocol: "web-pubsub", phase: "connect", status: 404 }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = tryToStart(access.url.replace("/client/hubs/chat", "/chat/client"));
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
