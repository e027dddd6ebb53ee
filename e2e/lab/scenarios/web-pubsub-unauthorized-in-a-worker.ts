import { pageWithWorker } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "A client in a dedicated worker is refused with 401",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["401 in a dedicated worker"],
  standIn: STAND_IN,
  cards: [{ cause: "token-invalid", protocol: "web-pubsub", status: 401 }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const { url } = await edge.service("news").getClientAccessToken();
    return { page: await pageWithWorker(lab, tryToStart(url.replace("/news?", "/chat?")), "web-pubsub") };
  },
} satisfies Scenario;
