import type { Scenario } from "../scenario.js";
import { overHttp2 } from "../signalr/http2-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Over HTTP/2 the WebSocket's CONNECT is answered 405, and the client falls back",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["CONNECT 405 over HTTP/2: something in between takes the usual methods only"],
  cards: [{ cause: "http2-websocket-rejected", protocol: "signalr", phase: "connect" }],
  healthy: 0,
  further: "by name",
  start: (lab) =>
    overHttp2(lab, talk(), {
      hub: lab.mount(),
      answers: [{ status: 405, headers: { allow: "GET, POST" }, body: "", method: "CONNECT" }],
    }),
} satisfies Scenario;
