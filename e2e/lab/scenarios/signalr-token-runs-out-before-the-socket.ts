import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issuerScript, newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate takes the token, and four seconds later the WebSocket is answered 401",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 200, WebSocket 401: the token ran out in between"],
  cards: [{ cause: "token-expired", protocol: "signalr", phase: "connect", status: 401 }],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const script = `${issuerScript(tokens)}
const token = await issue(4);
let calls = 0;
const factory = () => new Promise((resolve) => setTimeout(resolve, calls++ === 0 ? 0 : 4_200, token));
${talk("{ transport: signalR.HttpTransportType.WebSockets, accessTokenFactory: factory }")}`;
    return sameOrigin(lab, script, { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
