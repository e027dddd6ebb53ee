import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client with default settings talks, upgraded to a WebSocket",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: talk("/", { path }, true), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
