import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate is answered 401: by the server's clock the token is not valid yet",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["401 invalid_token, The token is not valid before: the clocks differ"],
  cards: [
    { cause: "token-not-yet-valid", protocol: "signalr", phase: "negotiate", status: 401, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const token = issueToken(600, tokens, { nbf: Math.floor(Date.now() / 1000) + 240 });
    return sameOrigin(lab, talk(`{ accessTokenFactory: () => "${token}" }`), { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
