import { serveRoundRobin } from "../round-robin.js";
import type { Scenario } from "../scenario.js";
import { talkUntilUpgradeFails } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "Polling works, the upgrade to WebSocket is refused",
  protocol: "engine-io",
  needs: "node",
  rows: ["WebSocket 400, polling works: a proxy strips Upgrade"],
  cards: [{ cause: "proxy-drops-upgrade", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: talkUntilUpgradeFails(path), scripts: ["socket.io"] },
    });
    return { page: `${await serveRoundRobin(lab, { targets: [origin], dropsUpgrade: true })}/` };
  },
} satisfies Scenario;
