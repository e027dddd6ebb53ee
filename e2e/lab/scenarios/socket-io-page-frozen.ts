import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

const FROZEN_MS = 1500;

export default {
  title: "The tab is in the background and frozen, and the server hears no pong",
  protocol: "engine-io",
  needs: "node",
  rows: ["2 unanswered, closed at pingTimeout: frozen background tab"],
  shows: ["socket-io/tab-frozen"],
  cards: [{ cause: "ping-timeout-background-tab", protocol: "engine-io", phase: "close" }],
  healthy: 1,
  firefox: {
    cannot:
      "Firefox freezes no page: it has no such event, and the most that it does to a tab long unused is to unload it",
  },
  async start(lab) {
    const path = lab.mount();
    const script = `
const socket = io({ path: ${JSON.stringify(path)}, transports: ["websocket"], reconnectionDelay: 100 });
let connections = 0;
socket.on("disconnect", (reason) => say("Disconnected: " + reason));
socket.on("connect", () => {
  connections += 1;
  say("Connected");
  if (connections > 1) done();
});`;
    const options = { pingInterval: 300, pingTimeout: 300 };
    const { origin } = await serveSocketIo(lab, path, { options, page: { script, scripts: ["socket.io"] } });
    return {
      page: `${origin}/`,
      async meanwhile(tab) {
        await tab.says("Connected");
        await tab.freeze();
        await new Promise((resolve) => setTimeout(resolve, FROZEN_MS));
        await tab.resume();
      },
    };
  },
} satisfies Scenario;
