import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "Server-sent events without WebSockets before them are answered 401: another key signed the token",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "token-invalid", protocol: "signalr", phase: "connect", status: 401, confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const tokenFor = [issueToken(600, tokens), issueToken(600, { ...tokens, key: newIssuer().key })];
    const factory = `(() => { const left = ${JSON.stringify(tokenFor)}; return () => left.length > 1 ? left.shift() : left[0]; })()`;
    const options = `{ transport: signalR.HttpTransportType.ServerSentEvents, accessTokenFactory: ${factory} }`;
    return sameOrigin(lab, talk(options), { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
