import { serveRoundRobin } from "../round-robin.js";
import type { Scenario } from "../scenario.js";
import { pageFor, startInstances } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Every transport is answered 404: the other instance made the connection id",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "no-sticky-sessions", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 0,
  async start(lab) {
    const hub = lab.mount();
    const targets = await startInstances(lab, talk(), { hub }, 2);
    return pageFor(`${await serveRoundRobin(lab, { targets })}/`, hub);
  },
} satisfies Scenario;
