import type { Scenario } from "../scenario.js";
import { tryToJoin } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A version 2 server does not know the namespace, and says so in its own form",
  protocol: "engine-io",
  needs: "node",
  rows: ["44 Invalid namespace as a string: version 2 server"],
  cards: [{ cause: "namespace-not-created", protocol: "engine-io", phase: "connect" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo2(lab, path, {
      page: { script: tryToJoin(lab.mount(), { path }), scripts: ["socket.io-2"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
