import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "Every handshake is answered 403: network access control does not let this network in",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["403: network access control, public access off"],
  standIn: STAND_IN,
  cards: [{ cause: "azure-network-acl", protocol: "web-pubsub", phase: "connect", status: 403 }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab, { isClosedToNetwork: true });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = tryToStart(access.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
