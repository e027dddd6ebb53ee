import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "The WebSocket is answered 401, though negotiate accepted the token",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 200, WebSocket 401 with a bare Bearer: access_token in the query is ignored"],
  cards: [{ cause: "auth-missing-on-websocket", protocol: "signalr", phase: "connect", status: 401 }],
  healthy: 0,
  start(lab) {
    const tokens = newIssuer(false);
    const factory = `() => "${issueToken(600, tokens)}"`;
    const options = `{ transport: signalR.HttpTransportType.WebSockets, accessTokenFactory: ${factory} }`;
    return sameOrigin(lab, talk(options), { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
