import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";

export default {
  title: "The client joins a group that its token gives it no role for",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["ack Forbidden: no role joinLeaveGroup"],
  standIn: STAND_IN,
  cards: [{ cause: "missing-group-role", protocol: "web-pubsub", phase: "message" }],
  healthy: 0,
  async start(lab) {
    const { url } = await (await serveEdge(lab)).service("chat").getClientAccessToken({ userId: "ada" });
    const script = `
const client = new webPubSubClient.WebPubSubClient(${JSON.stringify(url)}, {
  messageRetryOptions: { maxRetries: 0 },
});
client.on("stopped", () => done("Stopped"));
await client.start();
await client.joinGroup("room").catch((error) => say("The client reports: " + error.message));
client.stop();`;
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
