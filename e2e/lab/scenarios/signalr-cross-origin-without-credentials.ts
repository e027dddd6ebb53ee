import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The preflight names the origin but does not allow credentials",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Access-Control-Allow-Origin right, no Access-Control-Allow-Credentials"],
  shows: ["signalr/0-credentials-missing"],
  cards: [{ cause: "cors-credentials-missing", protocol: "signalr", phase: "preflight", status: 0 }],
  healthy: 0,
  start: (lab) =>
    crossOrigin(lab, talk(), (page) => ({ hub: lab.mount(), cors: { origins: [page], credentials: false } })),
} satisfies Scenario;
