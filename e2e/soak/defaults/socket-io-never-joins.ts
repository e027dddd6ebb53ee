import type { Scenario } from "../../lab/scenario.js";
import { openOnly } from "../../lab/socket-io/scripts.js";
import { serveSocketIo } from "../../lab/socket-io/server.js";

/** `connectTimeout` is 45 s: a session that joins no namespace by then is closed. Its pings are answered meanwhile. */
export default {
  title: "A session that joins no namespace is closed after 45 s",
  protocol: "engine-io",
  needs: "node",
  cards: [{ cause: "handshake-incomplete", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, { page: { script: openOnly(path), scripts: ["engine.io"] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
