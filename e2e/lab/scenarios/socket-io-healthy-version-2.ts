import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A version 2 client talks with a version 2 server, upgraded to a WebSocket",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo2(lab, path, {
      page: { script: talk("/", { path }, true), scripts: ["socket.io-2"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
