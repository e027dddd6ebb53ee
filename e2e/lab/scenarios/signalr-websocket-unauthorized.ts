import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken } from "../signalr/token.js";

export default {
  title: "The WebSocket is answered 401, though negotiate accepted the token",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 200, WebSocket 401 with a bare Bearer: access_token in the query is ignored"],
  standIn: "An authentication handler in Hub.cs challenges as the JwtBearer package does",
  cards: [{ cause: "auth-missing-on-websocket", protocol: "signalr", phase: "connect", status: 401 }],
  healthy: 0,
  start(lab) {
    const factory = `() => "${issueToken(600)}"`;
    const options = `{ transport: signalR.HttpTransportType.WebSockets, accessTokenFactory: ${factory} }`;
    return sameOrigin(lab, talk(options), { hub: lab.mount(), bearer: { query: false } });
  },
} satisfies Scenario;
