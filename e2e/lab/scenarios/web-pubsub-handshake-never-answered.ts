import { createServer } from "node:http";
import { at, listen } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";

/** A little longer than what counts as too long. */
const PATIENCE_MS = 21_000;

export default {
  title: "The handshake is taken and never answered, and the client waits",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["handshake pending: an overloaded service or proxy"],
  standIn: "A server that takes handshakes and stays silent stands in for an overloaded one.",
  cards: [{ cause: "server-not-answering", protocol: "web-pubsub", phase: "connect" }],
  healthy: 0,
  async start(lab) {
    const server = createServer().on("upgrade", () => undefined);
    const url = `${at(await listen(lab, server), "ws:")}/client/hubs/chat`;
    const script = `
const client = new webPubSubClient.WebPubSubClient(${JSON.stringify(url)}, { autoReconnect: false });
client.start().then(() => say("Connected"), () => say("Refused"));
setTimeout(() => done("Still waiting"), ${PATIENCE_MS});`;
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
