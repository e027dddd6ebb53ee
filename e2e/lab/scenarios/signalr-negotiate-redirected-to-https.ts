import { newPort } from "../ports.js";
import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is redirected to an https port that does not answer",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 307: UseHttpsRedirection"],
  shows: ["signalr/307-negotiate"],
  cards: [{ cause: "https-redirection", protocol: "signalr", phase: "negotiate" }],
  healthy: 0,
  async start(lab) {
    return sameOrigin(lab, talk(), { hub: lab.mount(), httpsRedirection: await newPort() });
  },
} satisfies Scenario;
