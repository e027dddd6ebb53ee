import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The upgrade is accepted and its probe never arrives: the server gives it up, and polling goes on",
  protocol: "engine-io",
  needs: "node",
  standIn: "A page that swallows the client's probe stands in for a proxy that lets the upgrade pass and no message.",
  rows: ["101, no 3probe, closed 1005 at upgradeTimeout: polling goes on"],
  cards: [],
  healthy: 1,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const script = `
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (data) { if (data !== "2probe") send.call(this, data); };
const socket = io("/", { path: ${JSON.stringify(path)}, reconnection: false });
socket.on("disconnect", (reason) => say("Disconnected: " + reason));
socket.io.on("open", () => {
  socket.io.engine.on("upgradeError", async (error) => {
    say("The client reports: " + error.message);
    say("Still answered: " + (await socket.emitWithAck("note", "one")));
    socket.close();
    setTimeout(() => done("Closed"), 300);
  });
});`;
    const { origin } = await serveSocketIo(lab, path, {
      options: { upgradeTimeout: 600 },
      page: { script, scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
