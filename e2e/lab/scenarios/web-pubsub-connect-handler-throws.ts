import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The application throws while it handles connect, and the client is answered 500",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["500 HttpHandlerUnexpectedResponse: upstream error"],
  standIn: STAND_IN,
  shows: ["web-pubsub/upstream-500"],
  cards: [{ cause: "upstream-error", protocol: "web-pubsub", phase: "connect", status: 500 }],
  healthy: 0,
  logCards: [{ cause: "upstream-error", protocol: "web-pubsub" }],
  async start(lab) {
    const url = await serveEvents(lab, "chat", {
      handleConnect: () => {
        throw new Error("The database is away");
      },
    });
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada" });
    const script = tryToStart(access.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.storage() };
  },
} satisfies Scenario;
