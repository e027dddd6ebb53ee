import { freeOrigin } from "../lab.js";
import type { Scenario } from "../scenario.js";
import { serveEdge } from "../web-pubsub/edge.js";
import { runTunnel, TUNNEL } from "../web-pubsub/tunnel.js";

export default {
  title: "The tunnel of the developer's machine runs, and the application behind it does not",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["tunnel: Error forwarding, local upstream down"],
  standIn: TUNNEL,
  logCards: [{ cause: "server-not-running", protocol: "web-pubsub" }],
  async log(lab) {
    const { url } = await (await serveEdge(lab)).service("chat").getClientAccessToken();
    return runTunnel(url, await freeOrigin());
  },
} satisfies Scenario;
