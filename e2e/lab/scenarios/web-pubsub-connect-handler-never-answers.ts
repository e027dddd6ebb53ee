import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The application never answers connect, and the client is answered 500 after a while",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["500 after a delay: the handler never answers"],
  standIn: STAND_IN,
  cards: [{ cause: "upstream-timeout", protocol: "web-pubsub", phase: "connect", status: 500 }],
  healthy: 0,
  async start(lab) {
    const url = await serveEvents(lab, "chat", { handleConnect: () => undefined });
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = tryToStart(access.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
