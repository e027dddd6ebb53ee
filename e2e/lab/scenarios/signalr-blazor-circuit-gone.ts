import { startHub } from "../dotnet.js";
import type { Scenario } from "../scenario.js";

export default {
  title: "A Blazor page comes back after its connection was lost, and the server has forgotten it",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "blazor-circuit-expired", protocol: "signalr", phase: "message", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  async start(lab) {
    const [origins] = await startHub(lab, [{ hub: lab.mount(), blazor: true }]);
    return { page: `${origins?.http}/` };
  },
} satisfies Scenario;
