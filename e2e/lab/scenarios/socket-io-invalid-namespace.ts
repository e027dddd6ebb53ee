import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The connection opens, and the server says Invalid namespace",
  protocol: "engine-io",
  needs: "node",
  rows: ["44 Invalid namespace: not declared"],
  cards: [{ cause: "namespace-not-created", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect(lab.mount(), { path }, 1), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
