import type { Scenario } from "../scenario.js";
import { pageThatAsks } from "../web-pubsub/negotiate-page.js";

const LOGIN = "<!DOCTYPE html>\n<html><head><title>Shop</title></head><body><form method=post></form></body></html>";

export default {
  title: "Who asks for the client's URL is sent to the sign-in page",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["the application's negotiate 302 to a login page"],
  cards: [{ cause: "auth-credentials-not-sent", protocol: "web-pubsub", phase: "negotiate", status: 200 }],
  healthy: 0,
  start: (lab) =>
    pageThatAsks(lab, "/negotiate", ({ url }, response) => {
      if (url?.startsWith("/login")) response.setHeader("content-type", "text/html; charset=utf-8").end(LOGIN);
      else response.writeHead(302, { location: "/login?returnUrl=%2Fnegotiate" }).end();
    }),
} satisfies Scenario;
