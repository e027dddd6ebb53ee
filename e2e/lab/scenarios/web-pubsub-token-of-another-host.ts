import { servePage } from "../page.js";
import { serveRoundRobin } from "../round-robin.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "Clients come through a proxy with a name of its own, and the token is made for the service's",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["401, aud is another host: Failed to validate audience"],
  standIn: STAND_IN,
  cards: [{ cause: "token-invalid", protocol: "web-pubsub", phase: "connect", status: 401 }],
  healthy: 0,
  logCards: [{ cause: "token-invalid", protocol: "web-pubsub" }],
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const proxy = await serveRoundRobin(lab, { targets: [edge.origin] });
    const script = tryToStart(access.url.replace(new URL(access.url).host, new URL(proxy).host));
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.liveTrace() };
  },
} satisfies Scenario;
