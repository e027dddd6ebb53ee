import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

const HIDDEN_MS = 1500;

export default {
  title: "The tab is in the background for a while, and the session goes on",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  firefox: { cannot: "the tests have no way yet to put a tab of Firefox behind another" },
  async start(lab) {
    const path = lab.mount();
    const script = `
const socket = io({ path: ${JSON.stringify(path)}, transports: ["websocket"] });
socket.on("disconnect", (reason) => say("Disconnected: " + reason));
socket.on("connect", () => say("Connected"));
let wasHidden = false;
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "hidden") wasHidden = true;
  else if (wasHidden) socket.emit("note", "back", () => done("Heard after it was hidden"));
});`;
    const options = { pingInterval: 300, pingTimeout: 300 };
    const { origin } = await serveSocketIo(lab, path, { options, page: { script, scripts: ["socket.io"] } });
    return {
      page: `${origin}/`,
      async meanwhile(tab) {
        await tab.says("Connected");
        await tab.hide();
        await new Promise((resolve) => setTimeout(resolve, HIDDEN_MS));
        await tab.show();
      },
    };
  },
} satisfies Scenario;
