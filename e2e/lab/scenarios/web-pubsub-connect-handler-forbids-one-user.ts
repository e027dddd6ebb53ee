import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { serveEvents } from "../web-pubsub/event-server.js";
import { oneAfterTheOther } from "../web-pubsub/scripts.js";

export default {
  title: "Ada is let in, and the application's handler of connect answers 400 to Bob",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["400, hub name in order: the connect handler answered 400"],
  standIn: STAND_IN,
  cards: [{ cause: "auth-rejected", protocol: "web-pubsub", phase: "connect", status: 400 }],
  healthy: 1,
  async start(lab) {
    const url = await serveEvents(lab, "chat", {
      handleConnect: ({ context }, response) =>
        context.userId === "bob" ? response.fail(400, "Bob is banned") : response.success(),
    });
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    const service = edge.service("chat");
    const [ada, bob] = await Promise.all([
      service.getClientAccessToken({ userId: "ada" }),
      service.getClientAccessToken({ userId: "bob" }),
    ]);
    const script = oneAfterTheOther(ada.url, bob.url);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
