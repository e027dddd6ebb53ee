import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

const OFFLINE_MS = 1500;

export default {
  title: "The browser goes offline in the middle of a session, and comes back",
  protocol: "engine-io",
  needs: "node",
  rows: ["ERR_INTERNET_DISCONNECTED: offline"],
  shows: ["socket-io/network-lost"],
  cards: [{ cause: "client-offline", protocol: "engine-io" }],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const script = `
const socket = io({ path: ${JSON.stringify(path)}, transports: ["polling"], reconnectionDelay: 300 });
let connections = 0;
socket.on("disconnect", (reason) => say("Disconnected: " + reason));
socket.on("connect_error", (error) => say("The client reports: " + error.message));
socket.on("connect", () => {
  connections += 1;
  say("Connected");
  if (connections > 1) done();
});`;
    const options = { pingInterval: 300 };
    const { origin } = await serveSocketIo(lab, path, { options, page: { script, scripts: ["socket.io"] } });
    return {
      page: `${origin}/`,
      async meanwhile(tab) {
        await tab.says("Connected");
        await tab.goOffline();
        await new Promise((resolve) => setTimeout(resolve, OFFLINE_MS));
        await tab.goOnline();
      },
    };
  },
} satisfies Scenario;
