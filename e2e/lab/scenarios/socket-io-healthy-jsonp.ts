import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A version 2 client polls by script elements, as in browsers without CORS",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo2(lab, path, {
      page: { script: talk("/", { path, transports: ["polling"], forceJSONP: true }, false), scripts: ["socket.io-2"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
