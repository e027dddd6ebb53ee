import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "The page's Content-Security-Policy allows https hosts, and no wss",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["no request, CSP violation: connect-src lacks wss:"],
  standIn: STAND_IN,
  cards: [{ cause: "csp-connect-src", protocol: "web-pubsub", netError: "csp" }],
  healthy: 0,
  async start(lab) {
    const { url } = await (await serveEdge(lab)).service("chat").getClientAccessToken();
    const headers = { "content-security-policy": "connect-src 'self' https:" };
    return { page: await servePage(lab, { script: tryToStart(url), scripts: ["web-pubsub"], headers }) };
  },
} satisfies Scenario;
