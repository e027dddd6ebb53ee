import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "A valid token, and the application's own handler of connect answers 401",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["401, token valid: the connect handler answered 401"],
  standIn: STAND_IN,
  cards: [{ cause: "auth-rejected", protocol: "web-pubsub", phase: "connect", status: 401 }],
  healthy: 0,
  logCards: [{ cause: "auth-rejected", protocol: "web-pubsub" }],
  async start(lab) {
    const url = await serveEvents(lab, "chat", {
      handleConnect: (_, response) => response.fail(401, "Members only"),
    });
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "bob" });
    const script = tryToStart(access.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }), log: () => edge.log.liveTrace() };
  },
} satisfies Scenario;
