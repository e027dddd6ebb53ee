import { serveRoundRobin } from "../round-robin.js";
import type { Scenario } from "../scenario.js";
import { pageFor, startInstances } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "WebSockets fail behind the proxy, and the client falls back",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "proxy-drops-upgrade", protocol: "signalr", phase: "connect", status: 200 }],
  healthy: 0,
  async start(lab) {
    const hub = lab.mount();
    const targets = await startInstances(lab, talk(), { hub }, 1);
    return pageFor(`${await serveRoundRobin(lab, { targets, dropsUpgrade: true })}/`, hub);
  },
} satisfies Scenario;
