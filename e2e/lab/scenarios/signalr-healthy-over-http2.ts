import type { Scenario } from "../scenario.js";
import { overHttp2 } from "../signalr/http2-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "A session over a WebSocket inside HTTP/2: connects, talks, stops",
  protocol: "signalr",
  needs: "dotnet",
  cards: [],
  healthy: 1,
  further: true,
  start: (lab) => overHttp2(lab, talk(), { hub: lab.mount() }),
} satisfies Scenario;
