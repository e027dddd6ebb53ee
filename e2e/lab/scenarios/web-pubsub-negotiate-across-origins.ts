import type { Scenario } from "../scenario.js";
import { pageThatAsksElsewhere } from "../web-pubsub/negotiate-page.js";

export default {
  title: "The application of another origin gives the client's URL, and no CORS headers",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["the application's negotiate without CORS headers"],
  cards: [{ cause: "cors-not-enabled", protocol: "web-pubsub", phase: "negotiate", status: 0 }],
  healthy: 0,
  start: (lab) =>
    pageThatAsksElsewhere(lab, "/negotiate", (_, response) => {
      response.setHeader("content-type", "application/json").end('{"url":"wss://chat.test/client/hubs/chat"}');
    }),
} satisfies Scenario;
