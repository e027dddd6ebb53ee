import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate is answered 401: the token has expired",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["401 invalid_token: the token expired"],
  cards: [{ cause: "token-expired", protocol: "signalr", phase: "negotiate", status: 401, confidence: "confirmed" }],
  healthy: 0,
  start(lab) {
    const tokens = newIssuer();
    const script = talk(`{ accessTokenFactory: () => "${issueToken(-90, tokens)}" }`);
    return sameOrigin(lab, script, { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
