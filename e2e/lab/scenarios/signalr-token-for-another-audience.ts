import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate is answered 401: the token was issued for another application",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["401 invalid_token, The audience is invalid"],
  cards: [{ cause: "token-invalid", protocol: "signalr", phase: "negotiate", status: 401, confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const token = issueToken(600, tokens, { aud: "shop" });
    return sameOrigin(lab, talk(`{ accessTokenFactory: () => "${token}" }`), { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
