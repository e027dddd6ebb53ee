import { pageWithWorker } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client talks in a dedicated worker",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { options: { cors: { origin: true } } });
    return { page: await pageWithWorker(lab, talk(origin, { path }, true), "socket.io") };
  },
} satisfies Scenario;
