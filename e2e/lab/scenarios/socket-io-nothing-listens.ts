import { freeOrigin } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "Nothing listens on the port",
  protocol: "engine-io",
  needs: "node",
  rows: ["ERR_CONNECTION_REFUSED: server down or wrong port"],
  shows: ["socket-io/unreachable"],
  cards: [{ cause: "server-not-running", protocol: "engine-io", netError: "net::ERR_CONNECTION_REFUSED" }],
  healthy: 0,
  async start(lab) {
    const origin = await freeOrigin();
    const script = tryToConnect(origin, { path: lab.mount() });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
