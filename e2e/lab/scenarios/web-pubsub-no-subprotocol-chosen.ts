import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The handshake is accepted without one of the subprotocols that the client asked for",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["Sent non-empty 'Sec-WebSocket-Protocol' header but no response was received"],
  standIn: "The lab's own edge stands in for Azure's and for a connect handler that chooses no subprotocol.",
  cards: [{ cause: "subprotocol-mismatch", protocol: "web-pubsub", phase: "connect" }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab, { choosesNoSubprotocol: true });
    const { url } = await edge.service("chat").getClientAccessToken();
    return { page: await servePage(lab, { script: tryToStart(url), scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
