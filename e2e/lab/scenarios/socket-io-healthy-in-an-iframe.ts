import { pageWithFrame } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client talks in a frame from another origin",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const script = talk("/", { path }, true);
    const { origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
    return { page: await pageWithFrame(lab, `${origin}/`) };
  },
} satisfies Scenario;
