import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { connect } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

const STEPS = `
  const back = new Promise((resolve) => connection.onreconnected(resolve));
  await connection.start();
  say("echo " + await connection.invoke("Echo", "before"));
  await back;
  say("echo " + await connection.invoke("Echo", "after"));
  await connection.stop();`;

export default {
  title: "The server closes the connection at the end of the token's life, and the client comes back with a new one",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "token-expired", protocol: "signalr", phase: "close" }],
  healthy: 1,
  further: true,
  start(lab) {
    const tokens = { ...newIssuer(), closesOnExpiry: true as const };
    const factory = `(() => {
      const tokens = ${JSON.stringify([issueToken(2, tokens), issueToken(600, tokens)])};
      const end = Date.now() + 1_500;
      return () => tokens[Date.now() < end ? 0 : 1];
    })()`;
    return sameOrigin(lab, connect(`{ accessTokenFactory: ${factory} }`, STEPS), { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
