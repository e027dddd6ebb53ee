import { printedByNode } from "../node-client.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";

export default {
  title: "What the client library writes in Node.js when it cannot have its session back",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["1008. Stop recovery."],
  standIn: STAND_IN,
  logCards: [{ cause: "recovery-refused", protocol: "web-pubsub" }],
  async log(lab) {
    const edge = await serveEdge(lab, {
      forgetsSessions: true,
      closes: { afterMs: 200, code: 1006, reason: "", count: 1 },
    });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = `
import { WebPubSubClient } from "@azure/web-pubsub-client";
const client = new WebPubSubClient(${JSON.stringify(access.url)}, { autoReconnect: false });
client.on("stopped", () => process.exit());
await client.start();`;
    return printedByNode(lab, script, { AZURE_LOG_LEVEL: "info" });
  },
} satisfies Scenario;
