import type { Scenario } from "../scenario.js";
import { openOnly } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "An Engine.IO client opens a connection to a Socket.IO server and joins no namespace",
  protocol: "engine-io",
  needs: "node",
  rows: ["0{…}, nothing sent, 1005 at connectTimeout: no CONNECT"],
  cards: [{ cause: "handshake-incomplete", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const options = { connectTimeout: 700 };
    const { origin } = await serveSocketIo(lab, path, {
      options,
      page: { script: openOnly(path), scripts: ["engine.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
