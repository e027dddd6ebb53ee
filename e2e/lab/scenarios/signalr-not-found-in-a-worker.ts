import { pageWithWorker } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "A client in a dedicated worker asks for a hub that is not there",
  protocol: "signalr",
  needs: "node",
  rows: ["negotiate 404 in a dedicated worker: wrong path"],
  cards: [{ cause: "wrong-endpoint", protocol: "signalr", phase: "negotiate", status: 404 }],
  healthy: 0,
  async start(lab) {
    const script = `const hub = self.location.origin + ${JSON.stringify(lab.mount())};\n${talk()}`;
    return { page: await pageWithWorker(lab, script, "signalr") };
  },
} satisfies Scenario;
