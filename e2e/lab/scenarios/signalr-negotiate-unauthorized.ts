import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken } from "../signalr/token.js";

export default {
  title: "Negotiate is answered 401: the token has expired",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["401 invalid_token: the token expired"],
  standIn: "An authentication handler in Hub.cs challenges as the JwtBearer package does",
  cards: [{ cause: "token-expired", protocol: "signalr", phase: "negotiate", status: 401 }],
  healthy: 0,
  start: (lab) =>
    sameOrigin(lab, talk(`{ accessTokenFactory: () => "${issueToken(-90)}" }`), {
      hub: lab.mount(),
      bearer: { query: true },
    }),
} satisfies Scenario;
