import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { PLAIN, withClient } from "../web-pubsub/scripts.js";

export default {
  title: "A client sends more than 1 MB at once, and the service closes",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["close after a send of more than 1 MB: frame limit"],
  standIn: STAND_IN,
  cards: [{ cause: "message-too-large", protocol: "web-pubsub" }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada", roles: ["webpubsub.sendToGroup"] });
    const script = withClient(
      access.url,
      PLAIN,
      `
const send = client.sendToGroup("room", "x".repeat(1_200_000), "text");
await send.catch((error) => say("The client reports: " + error.message));`,
    );
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
