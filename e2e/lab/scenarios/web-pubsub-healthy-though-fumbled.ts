import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { withClient } from "../web-pubsub/scripts.js";

export default {
  title: "An acknowledgement says InternalServerError, and the client's second attempt succeeds",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["ack InternalServerError: retried with the same ackId"],
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  async start(lab) {
    const edge = await serveEdge(lab, { fumbles: true });
    const access = await edge
      .service("chat")
      .getClientAccessToken({ userId: "ada", roles: ["webpubsub.joinLeaveGroup"] });
    const script = withClient(
      access.url,
      "{}",
      `
await client.joinGroup("room");
client.stop();`,
    );
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
