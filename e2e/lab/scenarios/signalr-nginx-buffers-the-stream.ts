import type { Scenario } from "../scenario.js";
import { behindOneOrigin } from "../signalr/nginx-page.js";
import { SERVER_SENT_EVENTS, talk } from "../signalr/scripts.js";

export default {
  title: "Server-sent events stay in nginx's buffer, and the server waits for the handshake in vain",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["server-sent events pending without bytes: proxy_buffering is on"],
  cards: [{ cause: "proxy-buffers-sse", protocol: "signalr", phase: "handshake" }],
  healthy: 0,
  further: true,
  start: (lab) => behindOneOrigin(lab, talk(SERVER_SENT_EVENTS), { hub: lab.mount(), limits: { handshakeSeconds: 1 } }),
} satisfies Scenario;
