import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate takes the token, and two seconds later the WebSocket is answered 401",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "token-expired", protocol: "signalr", phase: "connect", status: 401, confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const factory = `(() => {
      let calls = 0;
      return () => new Promise((resolve) => setTimeout(resolve, calls++ === 0 ? 0 : 2_100, "${issueToken(2, tokens)}"));
    })()`;
    const options = `{ transport: signalR.HttpTransportType.WebSockets, accessTokenFactory: ${factory} }`;
    return sameOrigin(lab, talk(options), { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
