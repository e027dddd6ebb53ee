import { serveRoundRobin } from "../round-robin.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client that uses WebSockets only is refused, though the server runs",
  protocol: "engine-io",
  needs: "node",
  rows: ["400 code 3 on transport=websocket: a proxy strips Upgrade"],
  cards: [{ cause: "proxy-drops-upgrade", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path, transports: ["websocket"] }), scripts: ["socket.io"] },
    });
    return { page: `${await serveRoundRobin(lab, { targets: [origin], dropsUpgrade: true })}/` };
  },
} satisfies Scenario;
