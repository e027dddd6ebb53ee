import { printedByNode } from "../node-client.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";

export default {
  title: "What the client library writes in Node.js when nothing comes from the service any more",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["No messages received for N ms: keep-alive"],
  standIn: STAND_IN,
  logCards: [{ cause: "server-ping-missing", protocol: "web-pubsub" }],
  async log(lab) {
    const edge = await serveEdge(lab);
    const { url } = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = `
import { WebPubSubClient, WebPubSubJsonProtocol } from "@azure/web-pubsub-client";
const client = new WebPubSubClient(${JSON.stringify(url)}, {
  protocol: WebPubSubJsonProtocol(),
  autoReconnect: false,
  keepAliveIntervalInMs: 0,
  keepAliveTimeoutInMs: 600,
});
client.on("stopped", () => process.exit());
await client.start();`;
    return printedByNode(lab, script, { AZURE_LOG_LEVEL: "info" });
  },
} satisfies Scenario;
