import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { serveEdge } from "../web-pubsub/edge.js";
import { talk } from "../web-pubsub/scripts.js";

export default {
  title: "A client of the reliable JSON subprotocol talks in a group",
  protocol: "web-pubsub",
  needs: "node",
  standIn: "The lab's own edge stands in for Azure's; the service SDK and the client are the real ones.",
  cards: [],
  healthy: 1,
  async start(lab) {
    const service = (await serveEdge(lab)).service("chat");
    const { url } = await service.getClientAccessToken({
      userId: "ada",
      roles: ["webpubsub.sendToGroup", "webpubsub.joinLeaveGroup.room"],
    });
    const script = talk(url, "WebPubSubJsonReliableProtocol");
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
