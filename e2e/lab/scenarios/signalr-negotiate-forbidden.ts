import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate is answered 403: the caller is known and lacks the role",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 403: a policy asks for a role that the caller lacks"],
  cards: [{ cause: "auth-rejected", protocol: "signalr", phase: "negotiate", status: 403 }],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const token = issueToken(600, tokens, { role: "guest" });
    const app = { hub: lab.mount(), tokens, role: "editor" };
    return sameOrigin(lab, talk(`{ accessTokenFactory: () => "${token}" }`), app);
  },
} satisfies Scenario;
