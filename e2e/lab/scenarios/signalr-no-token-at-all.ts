import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate is answered 401 to a client that sends no token",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 401 with a bare Bearer, no Authorization header sent: no accessTokenFactory"],
  cards: [{ cause: "auth-credentials-not-sent", protocol: "signalr", phase: "negotiate", status: 401 }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount(), tokens: newIssuer() }),
} satisfies Scenario;
