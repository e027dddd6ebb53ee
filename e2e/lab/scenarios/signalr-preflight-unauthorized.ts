import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "The preflight is answered 401: the application asks who it is before it comes to CORS",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["preflight 401: UseCors after authentication"],
  cards: [
    {
      cause: "preflight-blocked-by-auth",
      protocol: "signalr",
      phase: "preflight",
      status: 401,
      confidence: "confirmed",
    },
  ],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const script = talk(`{ accessTokenFactory: () => "${issueToken(600, tokens)}" }`);
    return crossOrigin(lab, script, (page) => ({
      hub: lab.mount(),
      tokens,
      cors: { origins: [page], credentials: true, afterAuthorization: true },
    }));
  },
} satisfies Scenario;
