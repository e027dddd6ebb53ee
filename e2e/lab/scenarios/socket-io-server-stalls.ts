import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { serveStalling } from "../socket-io/stalling-server.js";

/** Has the server stand still, waits until the client has given it up and come back, and is answered again. */
function sitsItOut(origin: string, path: string): string {
  return `
const socket = io(${JSON.stringify(origin)}, { path: ${JSON.stringify(path)}, transports: ["websocket"], reconnectionDelay: 200 });
let connections = 0;
socket.on("disconnect", (reason) => say("Disconnected: " + reason));
socket.on("connect", async () => {
  connections += 1;
  say("Connected");
  if (connections === 1) return socket.emit("stall", 4_000);
  say("Answered: " + (await socket.emitWithAck("note", "one")));
  socket.close();
  setTimeout(() => done("Closed"), 300);
});`;
}

export default {
  title: "The server's event loop stands still for seconds: the client gives it up, and is answered when it runs again",
  protocol: "engine-io",
  needs: "node",
  rows: ["no 2, the client closes with ping timeout: the server stalled"],
  cards: [{ cause: "server-ping-missing", protocol: "engine-io", phase: "close" }],
  healthy: 1,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const origin = await serveStalling(lab, { path, pingInterval: 500, pingTimeout: 1_000 });
    return { page: await servePage(lab, { script: sitsItOut(origin, path), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
