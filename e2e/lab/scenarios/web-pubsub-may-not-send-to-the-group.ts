import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { withClient } from "../web-pubsub/scripts.js";

export default {
  title: "A reliable client joins a group, and may not send to it",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["ack Forbidden: no role sendToGroup"],
  standIn: STAND_IN,
  cards: [{ cause: "missing-group-role", protocol: "web-pubsub", phase: "message" }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge
      .service("chat")
      .getClientAccessToken({ userId: "ada", roles: ["webpubsub.joinLeaveGroup"] });
    const script = withClient(
      access.url,
      "{ messageRetryOptions: { maxRetries: 0 } }",
      `
await client.joinGroup("room");
await client.sendToGroup("room", "hello", "text").catch((error) => say("The client reports: " + error.message));
client.stop();`,
    );
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
