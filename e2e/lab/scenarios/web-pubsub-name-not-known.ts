import { UNKNOWN } from "../names.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The host name of the service does not resolve",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["ERR_NAME_NOT_RESOLVED: wrong resource name"],
  cards: [{ cause: "dns-failure", protocol: "web-pubsub", netError: "net::ERR_NAME_NOT_RESOLVED" }],
  healthy: 0,
  async start(lab) {
    const script = tryToStart(`wss:/${lab.mount()}.${UNKNOWN}/client/hubs/chat`);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
