import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The event handler's address in the hub's settings is wrong, and connect is answered 404",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["404 HttpHandlerUnexpectedResponse: upstream connect answered 404"],
  standIn: STAND_IN,
  shows: ["web-pubsub/upstream-404"],
  cards: [{ cause: "upstream-not-found", protocol: "web-pubsub", phase: "connect", status: 404 }],
  healthy: 0,
  logCards: [{ cause: "upstream-not-found", protocol: "web-pubsub" }],
  async start(lab) {
    const application = await serveEvents(lab, "chat", { handleConnect: (_, response) => response.success() });
    const url = new URL(lab.mount(), application).href;
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = tryToStart(access.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.liveTrace() };
  },
} satisfies Scenario;
