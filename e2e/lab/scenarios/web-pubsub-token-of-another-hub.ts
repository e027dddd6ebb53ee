import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The service answers 401 to a token that was made for another hub",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["401, aud is another hub"],
  standIn: STAND_IN,
  cards: [{ cause: "token-invalid", protocol: "web-pubsub", status: 401 }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const { baseUrl } = await edge.service("chat").getClientAccessToken();
    const { token } = await edge.service("news").getClientAccessToken({ userId: "ada" });
    const script = tryToStart(`${baseUrl}?access_token=${token}`);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
