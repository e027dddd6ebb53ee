import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { PLAIN, withClient } from "../web-pubsub/scripts.js";

export default {
  title: "The messages of the day are used up, and the service closes",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["Message count reaches limit: quota of the day"],
  standIn: STAND_IN,
  cards: [{ cause: "azure-message-quota", protocol: "web-pubsub", phase: "close" }],
  healthy: 0,
  logCards: [{ cause: "azure-message-quota", protocol: "web-pubsub" }],
  async start(lab) {
    const edge = await serveEdge(lab, { messageLimit: 3 });
    const access = await edge
      .service("chat")
      .getClientAccessToken({ userId: "ada", roles: ["webpubsub.sendToGroup", "webpubsub.joinLeaveGroup"] });
    const script = withClient(
      access.url,
      PLAIN,
      `
await client.joinGroup("room");
for (let count = 0; count < 5; count += 1) await client.sendToGroup("room", "tick", "text").catch(() => undefined);`,
    );
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.storage() };
  },
} satisfies Scenario;
