import { serveGateway } from "../gateway.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { withClient } from "../web-pubsub/scripts.js";

export default {
  title: "A gateway closes each socket, and a reliable client opens the next without end",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["endless reopen with awps_* URLs: a reliable client recovers on any code but 1008"],
  standIn: STAND_IN,
  cards: [{ cause: "server-shutting-down", protocol: "web-pubsub", phase: "close" }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const gateway = await serveGateway(lab, edge.origin, { afterMs: 200, code: 1001, reason: "Going away" });
    const script = withClient(
      access.url.replace(new URL(access.url).host, new URL(gateway).host),
      "{}",
      // A client that is told to stop while it recovers may never say that it has.
      "setTimeout(() => { client.stop(); done('Stopped'); }, 3000);",
    );
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
