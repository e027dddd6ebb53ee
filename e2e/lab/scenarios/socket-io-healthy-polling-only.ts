import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client that only polls talks",
  protocol: "engine-io",
  needs: "node",
  shows: ["socket-io/200"],
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: talk("/", { path, transports: ["polling"] }, false), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
