import { randomUUID } from "node:crypto";
import type { Scenario } from "../scenario.js";
import { behindOneOrigin } from "../signalr/nginx-page.js";
import { talk } from "../signalr/scripts.js";
import { issueToken } from "../signalr/token.js";

export default {
  title: "Negotiate is answered 400 by nginx: the header fields are longer than it takes",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["400 Request Header Or Cookie Too Large from nginx: large_client_header_buffers"],
  cards: [{ cause: "token-too-large", protocol: "signalr", phase: "negotiate", status: 400 }],
  healthy: 0,
  further: true,
  start(lab) {
    const token = issueToken(600, undefined, { groups: Array.from({ length: 300 }, () => randomUUID()) });
    return behindOneOrigin(lab, talk(`{ accessTokenFactory: () => "${token}" }`), { hub: lab.mount() });
  },
} satisfies Scenario;
