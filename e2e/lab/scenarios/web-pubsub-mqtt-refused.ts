import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { withMqtt } from "../web-pubsub/scripts.js";

export default {
  title: "A client of MQTT 5 is let in by the WebSocket, and not by the application's handler of connect",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  rows: ["CONNACK 135, Connection refused: Not authorized: the connect handler answered with a code of MQTT's"],
  cards: [{ cause: "mqtt-connect-refused", protocol: "web-pubsub", phase: "handshake", confidence: "confirmed" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const url = await serveEvents(lab, "chat", {
      handleConnect: (_, response) => response.failWith({ mqtt: { code: 135, reason: "Members only" } }),
    });
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "bob", clientProtocol: "mqtt" });
    const script = withMqtt(access.url, { protocolVersion: 5 }, "");
    return { page: await servePage(lab, { script, scripts: ["mqtt"] }) };
  },
} satisfies Scenario;
