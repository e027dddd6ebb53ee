import { startHub } from "../dotnet.js";
import type { Scenario } from "../scenario.js";

export default {
  title: "A component of a Blazor page throws, and the server gives up the whole circuit",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["JS.Error: an unhandled exception on the current circuit"],
  cards: [{ cause: "hub-exception", protocol: "signalr", phase: "message" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const [origins] = await startHub(lab, [{ hub: lab.mount(), blazor: true }]);
    return { page: `${origins?.http}/#order` };
  },
} satisfies Scenario;
