import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

/** Comes before the hub and answers whatever reaches it. */
const INDEX = {
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: '<!DOCTYPE html>\n<html lang="en"><head><title>Shop</title></head><body><div id="root"></div></body></html>\n',
};

export default {
  title: "Negotiate is answered with a web page",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 200 with HTML: SPA fallback before the hub"],
  cards: [{ cause: "middleware-order", protocol: "signalr", phase: "negotiate", status: 200 }],
  healthy: 0,
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount(), answers: [INDEX] }),
} satisfies Scenario;
