import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { withMqtt } from "../web-pubsub/scripts.js";

const TALK = `
client.on("connect", async () => {
  await client.subscribeAsync("room");
  await client.publishAsync("room", "one", { qos: 1 });
});
client.on("message", (topic, payload) => {
  say("Heard in " + topic + ": " + payload);
  client.end();
});`;

export default {
  title: "A client of MQTT subscribes, publishes, hears itself and disconnects",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  further: "by name",
  async start(lab) {
    const edge = await serveEdge(lab);
    const access = await edge.service("chat").getClientAccessToken({ userId: "ada", clientProtocol: "mqtt" });
    const script = withMqtt(access.url, { protocolVersion: 5 }, TALK);
    return { page: await servePage(lab, { script, scripts: ["mqtt"] }) };
  },
} satisfies Scenario;
