import { pageWithFrame, servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "A client in a frame from another origin is refused with 401",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["401 in a frame of another origin"],
  standIn: STAND_IN,
  cards: [{ cause: "token-invalid", protocol: "web-pubsub", status: 401 }],
  healthy: 0,
  async start(lab) {
    const edge = await serveEdge(lab);
    const { url } = await edge.service("news").getClientAccessToken();
    const script = tryToStart(url.replace("/news?", "/chat?"));
    return { page: await pageWithFrame(lab, await servePage(lab, { script, scripts: ["web-pubsub"] })) };
  },
} satisfies Scenario;
