import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "The host of a single-page application answers the WebSocket with its page",
  protocol: "engine-io",
  needs: "node",
  rows: ["WebSocket answered 200: static or SPA host"],
  cards: [{ cause: "wrong-endpoint", protocol: "engine-io", status: 200 }],
  healthy: 0,
  async start(lab) {
    const script = tryToConnect("/", { path: lab.mount(), transports: ["websocket"] });
    return { page: await servePage(lab, { script, scripts: ["socket.io"], everyPath: true }) };
  },
} satisfies Scenario;
