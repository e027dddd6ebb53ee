import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk, WEBSOCKETS } from "../signalr/scripts.js";

export default {
  title: "The third request within a minute is answered 429",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["429 with Retry-After: UseRateLimiter"],
  cards: [{ cause: "rate-limited", protocol: "signalr", phase: "connect", status: 429 }],
  healthy: 0,
  further: "by name",
  start: (lab) =>
    sameOrigin(lab, talk(WEBSOCKETS), { hub: lab.mount(), rateLimit: { permits: 1, inAll: true, status: 429 } }),
} satisfies Scenario;
