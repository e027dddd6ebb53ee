import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveInstead } from "../web-pubsub/event-server.js";
import { withMqtt } from "../web-pubsub/scripts.js";

export default {
  title: "A client of MQTT 3.1.1 is told that the server is unavailable: the application's handler of connect fails",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  rows: ["CONNACK 3, Connection refused: Server unavailable: the connect handler answered 500"],
  cards: [{ cause: "mqtt-connect-refused", protocol: "web-pubsub", phase: "handshake", confidence: "confirmed" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const url = await serveInstead(lab, (_, response) => response.writeHead(500).end());
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    const access = await edge.service("chat").getClientAccessToken({ userId: "bob", clientProtocol: "mqtt" });
    const script = withMqtt(access.url, { protocolVersion: 4 }, "");
    return { page: await servePage(lab, { script, scripts: ["mqtt"] }) };
  },
} satisfies Scenario;
