import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { bareBinarySocket } from "../web-pubsub/scripts.js";

export default {
  title: "An MQTT client connects, pings and disconnects",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada", clientProtocol: "mqtt" });
    const connect = [0x10, 15, 0, 4, ...Buffer.from("MQTT"), 4, 2, 0, 60, 0, 3, ...Buffer.from("ada")];
    const [ping, disconnect] = [
      [0xc0, 0],
      [0xe0, 0],
    ];
    const script = bareBinarySocket(access.url, "mqtt", [connect, ping, disconnect]);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
