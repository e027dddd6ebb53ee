import type { Scenario } from "../scenario.js";
import { SWALLOWS_PROBES, talkUntilUpgradeFails } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The upgrade is accepted and its probe never arrives: the server gives it up, and polling goes on",
  protocol: "engine-io",
  needs: "node",
  standIn: "A page that swallows the client's probe stands in for a proxy that lets the upgrade pass and no message.",
  rows: ["101, no 3probe, closed 1005 at upgradeTimeout: polling goes on"],
  cards: [],
  healthy: 1,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { upgradeTimeout: 600 },
      page: { script: SWALLOWS_PROBES + talkUntilUpgradeFails(path), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
