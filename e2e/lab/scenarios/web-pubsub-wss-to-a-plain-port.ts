import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "A secure WebSocket to a port without TLS",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["ERR_SSL_PROTOCOL_ERROR: wss to a plain port"],
  standIn: STAND_IN,
  cards: [{ cause: "tls-to-plain-port", protocol: "web-pubsub", netError: "net::ERR_SSL_PROTOCOL_ERROR" }],
  healthy: 0,
  async start(lab) {
    const { url } = await (await serveEdge(lab)).service("chat").getClientAccessToken();
    const script = tryToStart(url.replace(/^ws:/, "wss:"));
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
