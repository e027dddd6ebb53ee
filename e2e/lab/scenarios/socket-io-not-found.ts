import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client asks at a path where the server does not listen",
  protocol: "engine-io",
  needs: "node",
  rows: ["404 text: wrong path"],
  cards: [{ cause: "path-mismatch", protocol: "engine-io", status: 404 }],
  healthy: 0,
  async start(lab) {
    const { origin } = await serveSocketIo(lab, lab.mount(), {
      page: { script: tryToConnect("/", { path: lab.mount() }), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
