import { randomUUID } from "node:crypto";
import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate takes the token in its header, the WebSocket with the token in its address is answered 414",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["414 on the WebSocket, negotiate 200: a token of 9 KB in access_token, request line over Kestrel's 8 KiB"],
  cards: [{ cause: "token-too-large", protocol: "signalr", phase: "connect", status: 414, confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const token = issueToken(600, tokens, { groups: Array.from({ length: 200 }, () => randomUUID()) });
    const options = `{ transport: signalR.HttpTransportType.WebSockets, accessTokenFactory: () => "${token}" }`;
    return sameOrigin(lab, talk(options), { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
