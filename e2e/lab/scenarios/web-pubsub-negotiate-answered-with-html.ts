import type { Scenario } from "../scenario.js";
import { pageThatAsks } from "../web-pubsub/negotiate-page.js";

const START_PAGE = '<!DOCTYPE html>\n<html><head><title>Shop</title></head><body><div id="root"></div></body></html>';

export default {
  title: "In place of the client's URL comes the start page",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["the application's negotiate 200 with HTML: SPA fallback"],
  cards: [{ cause: "negotiate-endpoint-missing", protocol: "web-pubsub", phase: "negotiate", status: 200 }],
  healthy: 0,
  further: true,
  start: (lab) =>
    pageThatAsks(lab, "/api/negotiate", (_, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8").end(START_PAGE);
    }),
} satisfies Scenario;
