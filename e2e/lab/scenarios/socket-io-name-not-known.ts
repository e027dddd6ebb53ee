import { UNKNOWN } from "../names.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "The host name of the server does not resolve",
  protocol: "engine-io",
  needs: "node",
  rows: ["ERR_NAME_NOT_RESOLVED: host typo"],
  cards: [{ cause: "dns-failure", protocol: "engine-io", netError: "net::ERR_NAME_NOT_RESOLVED" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const script = tryToConnect(`http://x7.${UNKNOWN}`, { path: lab.mount() });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
