import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "The WebSocket without negotiate is answered 302 to the sign-in page",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["WebSocket 302 to the login page: cookie authentication up to .NET 9"],
  cards: [{ cause: "auth-redirect-to-login", protocol: "signalr", phase: "connect", status: 302 }],
  healthy: 0,
  further: "by name",
  start: (lab) => sameOrigin(lab, talk(WITHOUT_NEGOTIATE), { hub: lab.mount(), cookies: { redirects: true } }),
} satisfies Scenario;
