import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { bareBinarySocket } from "../web-pubsub/scripts.js";

export default {
  title: "A client of the Protocol Buffers subprotocol joins a group",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge
      .service("chat")
      .getClientAccessToken({ userId: "ada", roles: ["webpubsub.joinLeaveGroup"] });
    // joinGroup "room", ackId 1
    const join = [0x32, 8, 0x0a, 4, ...Buffer.from("room"), 0x10, 1];
    const script = bareBinarySocket(access.url, "protobuf.webpubsub.azure.v1", [join]);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
