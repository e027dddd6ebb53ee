import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The preflight allows every origin, which the browser refuses with credentials",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Access-Control-Allow-Origin * with credentials"],
  cards: [{ cause: "cors-wildcard-with-credentials", protocol: "signalr", phase: "preflight", status: 0 }],
  healthy: 0,
  start: (lab) => crossOrigin(lab, talk(), () => ({ hub: lab.mount(), cors: { origins: ["*"], credentials: false } })),
} satisfies Scenario;
