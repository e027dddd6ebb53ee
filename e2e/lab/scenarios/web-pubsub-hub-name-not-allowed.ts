import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The hub's name begins with a digit, and the service answers 400",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["400: invalid hub name"],
  standIn: STAND_IN,
  cards: [{ cause: "hub-name-invalid", protocol: "web-pubsub", phase: "connect", status: 400 }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const { url } = await edge.service("chat").getClientAccessToken();
    const script = tryToStart(url.replace("/chat?", "/2nd-floor?"));
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
