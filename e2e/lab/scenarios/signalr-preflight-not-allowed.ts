import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The preflight is answered 405: the server knows nothing of CORS",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["preflight 405, empty text/plain: no CORS middleware"],
  shows: ["signalr/405-cors-off"],
  cards: [{ cause: "cors-not-enabled", protocol: "signalr", phase: "preflight", status: 405 }],
  healthy: 0,
  start: (lab) => crossOrigin(lab, talk(), () => ({ hub: lab.mount() })),
} satisfies Scenario;
