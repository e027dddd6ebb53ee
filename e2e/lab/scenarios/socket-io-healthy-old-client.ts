import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A version 2 client talks with a server that allows it",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { allowEIO3: true },
      page: { script: talk("/", { path }, true), scripts: ["socket.io-2"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
