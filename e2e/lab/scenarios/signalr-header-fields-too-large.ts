import { randomUUID } from "node:crypto";
import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken, newIssuer } from "../signalr/token.js";

export default {
  title: "Negotiate is answered 431: the token in its header is longer than the server takes",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 431: headers over Kestrel's 32 KiB, the token has too many claims"],
  cards: [{ cause: "token-too-large", protocol: "signalr", phase: "negotiate", status: 431 }],
  healthy: 0,
  further: true,
  start(lab) {
    const tokens = newIssuer();
    const token = issueToken(600, tokens, { groups: Array.from({ length: 700 }, () => randomUUID()) });
    return sameOrigin(lab, talk(`{ accessTokenFactory: () => "${token}" }`), { hub: lab.mount(), tokens });
  },
} satisfies Scenario;
