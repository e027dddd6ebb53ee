import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveInstead } from "../web-pubsub/event-server.js";

export default {
  title: "A custom domain makes two origins, which the application's old SDK cannot read: 400",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["abuse protection 400 with replicas or a custom domain: old SDK, several origins"],
  standIn: STAND_IN,
  logCards: [{ cause: "abuse-protection-multiple-origins", protocol: "web-pubsub" }],
  async log(lab) {
    const url = await serveInstead(lab, (request, response) => {
      const isOne = !String(request.headers["webhook-request-origin"]).includes(",");
      response.writeHead(isOne ? 200 : 400).end();
    });
    const edge = await serveEdge(lab, {
      eventHandler: { url, systemEvents: ["connect"] },
      customDomain: "chat.app.test",
    });
    await edge.validate();
    return edge.log.liveTrace();
  },
} satisfies Scenario;
