import type { Scenario } from "../scenario.js";
import { pageThatAsks } from "../web-pubsub/negotiate-page.js";

/** The path says nothing of what is asked for there; in Chromium the client's own methods do, which asked. */
export default {
  title: "The application has no route that gives out the client's URL",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["the application's negotiate 404: no such route"],
  cards: [{ cause: "negotiate-endpoint-missing", protocol: "web-pubsub", phase: "negotiate", status: 404 }],
  healthy: 0,
  further: true,
  start: (lab) =>
    pageThatAsks(lab, lab.mount(), (request, response) => {
      response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end(`Cannot GET ${request.url}`);
    }),
} satisfies Scenario;
