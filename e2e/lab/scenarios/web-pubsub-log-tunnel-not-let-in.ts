import { freeOrigin } from "../lab.js";
import type { Scenario } from "../scenario.js";
import { serveEdge } from "../web-pubsub/edge.js";
import { runTunnel, TUNNEL } from "../web-pubsub/tunnel.js";

export default {
  title: "The tunnel of the developer's machine is not let in by the service",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["tunnel: Error establishing, key or role"],
  standIn: TUNNEL,
  logCards: [{ cause: "azure-rbac-missing-role", protocol: "web-pubsub" }],
  async log(lab) {
    const edge = await serveEdge(lab);
    const { baseUrl } = await edge.service("chat").getClientAccessToken();
    return runTunnel(baseUrl, await freeOrigin());
  },
} satisfies Scenario;
