import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { pageThatAsks } from "../web-pubsub/negotiate-page.js";

export default {
  title: "The client asks the application for its URL, and connects",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  further: true,
  async start(lab) {
    const { url } = await (await serveEdge(lab)).service("chat").getClientAccessToken({ userId: "ada" });
    return pageThatAsks(lab, "/negotiate", (_, response) => {
      response.setHeader("content-type", "application/json").end(JSON.stringify({ url }));
    });
  },
} satisfies Scenario;
