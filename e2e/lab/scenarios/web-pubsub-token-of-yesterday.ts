import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The service answers 401 to a token that ran out",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["401, exp in the past"],
  standIn: STAND_IN,
  cards: [{ cause: "token-expired", protocol: "web-pubsub", status: 401 }],
  healthy: 0,
  async start(lab) {
    const service = (await serveEdge(lab)).service("chat");
    const { url } = await service.getClientAccessToken({ userId: "ada", expirationTimeInMinutes: -5 });
    return { page: await servePage(lab, { script: tryToStart(url), scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
