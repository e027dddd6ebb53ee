import { at, freeOrigin } from "../lab.js";
import { API } from "../names.js";
import { serveSecurePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "A page that came over https opens a WebSocket without TLS",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["no request, Mixed Content"],
  cards: [{ cause: "mixed-content", protocol: "web-pubsub", netError: "mixed-content" }],
  healthy: 0,
  async start(lab) {
    const script = tryToStart(`${at(await freeOrigin(), "ws:", API)}/client/hubs/chat`);
    return { page: await serveSecurePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
