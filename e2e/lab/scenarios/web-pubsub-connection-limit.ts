import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { oneBesideTheOther } from "../web-pubsub/scripts.js";

export default {
  title: "One connection is all that the tier allows, and a second client is answered 429",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["429: the connections of the tier are used up"],
  standIn: STAND_IN,
  shows: ["web-pubsub/connection-count-limit"],
  cards: [{ cause: "azure-connection-limit", protocol: "web-pubsub", phase: "connect", status: 429 }],
  healthy: 1,
  logCards: [{ cause: "azure-connection-limit", protocol: "web-pubsub" }],
  async start(lab) {
    const edge = await serveEdge(lab, { connectionLimit: 1 });
    // Each with a token of its own, as clients have them: at one URL nobody could always tell the two apart.
    const [ada, bob] = await Promise.all(
      ["ada", "bob"].map((userId) => edge.service("chat").getClientAccessToken({ userId })),
    );
    const script = oneBesideTheOther(ada?.url ?? "", bob?.url ?? "");
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.liveTrace() };
  },
} satisfies Scenario;
