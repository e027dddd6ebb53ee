import type { Scenario } from "../scenario.js";
import { overHttp2 } from "../signalr/http2-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Over HTTP/2 the WebSocket's CONNECT is answered 405, and the client falls back",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "http2-websocket-rejected", protocol: "signalr", phase: "connect" }],
  healthy: 0,
  further: true,
  start: (lab) => overHttp2(lab, talk(), { hub: lab.mount(), listens: { refuses: "CONNECT" } }),
} satisfies Scenario;
