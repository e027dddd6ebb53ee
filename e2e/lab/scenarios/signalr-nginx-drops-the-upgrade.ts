import type { Scenario } from "../scenario.js";
import { behindOneOrigin } from "../signalr/nginx-page.js";
import { talk } from "../signalr/scripts.js";

const TRANSPORTS = "{ transport: signalR.HttpTransportType.WebSockets | signalR.HttpTransportType.LongPolling }";

export default {
  title: "The WebSocket is answered 200 behind an nginx that knows nothing of Upgrade, and long polling works",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["WebSocket with id answered 200 behind nginx: no proxy_http_version 1.1, Upgrade and Connection"],
  cards: [
    { cause: "proxy-drops-upgrade", protocol: "signalr", phase: "connect", status: 200, confidence: "confirmed" },
  ],
  healthy: 1,
  further: true,
  start: (lab) => behindOneOrigin(lab, talk(TRANSPORTS), { hub: lab.mount() }),
} satisfies Scenario;
