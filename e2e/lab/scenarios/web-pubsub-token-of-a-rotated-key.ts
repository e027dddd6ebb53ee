import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { oneAfterTheOther } from "../web-pubsub/scripts.js";

export default {
  title: "A URL made before the keys were made anew is answered 401, one made after is not",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["401, aud and exp valid: key rotated"],
  standIn: STAND_IN,
  cards: [{ cause: "token-invalid", protocol: "web-pubsub", phase: "connect", status: 401 }],
  healthy: 1,
  async start(lab) {
    const edge = await serveEdge(lab);
    const old = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    edge.rotateKeys();
    const fresh = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = oneAfterTheOther(old.url, fresh.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
