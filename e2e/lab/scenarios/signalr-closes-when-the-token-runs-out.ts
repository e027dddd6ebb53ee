import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";
import { issuerScript, newIssuer } from "../signalr/token.js";

const STEPS = `
  const back = new Promise((resolve) => connection.onreconnected(resolve));
  await connection.start();
  say("echo " + await connection.invoke("Echo", "before"));
  lifetime = 600;
  await back;
  say("echo " + await connection.invoke("Echo", "after"));
  await connection.stop();`;

export default {
  title: "The server closes the connection at the end of the token's life, and the client comes back with a new one",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Close with allowReconnect and no error at the token's exp: CloseOnAuthenticationExpiration"],
  cards: [{ cause: "token-expired", protocol: "signalr", phase: "close" }],
  healthy: 1,
  further: true,
  start(lab) {
    const tokens = { ...newIssuer(), closesOnExpiry: true as const };
    const script = `${issuerScript(tokens)}
let lifetime = 4;
const factory = () => issue(lifetime);
${connect("{ accessTokenFactory: factory }", STEPS)}`;
    return sameOrigin(lab, script, { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
