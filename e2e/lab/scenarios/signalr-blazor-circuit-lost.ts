import { startHub } from "../dotnet.js";
import type { Scenario } from "../scenario.js";

export default {
  title: "A Blazor page loses its connection, asks for its circuit, and is told that the server has it no more",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["ConnectCircuit answered false, the UI is rejected: the circuit is gone"],
  cards: [
    { cause: "connection-reset", protocol: "signalr", phase: "close" },
    { cause: "blazor-circuit-expired", protocol: "signalr", phase: "message", confidence: "confirmed" },
  ],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const [origins] = await startHub(lab, [{ hub: lab.mount(), blazor: true }]);
    return { page: `${origins?.http}/` };
  },
} satisfies Scenario;
