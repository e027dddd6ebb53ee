import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The preflight names no origin: the server expects localhost, the page is 127.0.0.1",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["preflight 204 without Access-Control-Allow-Origin: origin not listed"],
  shows: ["signalr/0-origin-missing"],
  cards: [{ cause: "cors-origin-not-allowed", protocol: "signalr", phase: "preflight", status: 0 }],
  healthy: 0,
  start: (lab) =>
    crossOrigin(lab, talk(), (page) => ({
      hub: lab.mount(),
      cors: { origins: [page.replace("127.0.0.1", "localhost")], credentials: true },
    })),
} satisfies Scenario;
