import { createServer, type RequestListener } from "node:http";
import { Server } from "socket.io";
import { listen } from "../lab.js";
import { pageHandler } from "../page.js";
import type { Scenario } from "../scenario.js";

export default {
  title: "The server starts anew: the poll's session is unknown, and the client opens another one",
  protocol: "engine-io",
  needs: "node",
  standIn:
    "A second Socket.IO server takes the first one's place at once, where a real restart closes the port for a while",
  rows: ["a single code 1 after a restart, then a new session"],
  cards: [{ cause: "server-restarted", protocol: "engine-io", status: 400, engineIoCode: 1 }],
  healthy: 1,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const script = `
const socket = io({ path: ${JSON.stringify(path)}, transports: ["polling"], reconnectionDelay: 100, reconnectionDelayMax: 100 });
let connections = 0;
socket.on("disconnect", (reason) => say("Disconnected: " + reason));
socket.on("connect", () => {
  connections += 1;
  say("Connected");
  if (connections === 1) return void setTimeout(() => fetch("/restart"), 3200);
  socket.close();
  setTimeout(() => done("Closed"), 300);
});`;
    const page = pageHandler({ script, scripts: ["socket.io"] });
    const http = createServer();
    const startServer = () => new Server({ path, serveClient: false, pingInterval: 500 });
    let engine = startServer();
    const answer: RequestListener = (request, response) => {
      if (request.url !== "/restart") return page(request, response);
      engine = startServer();
      engine.attach(http);
      response.end();
    };
    http.on("request", answer);
    engine.attach(http);
    lab.onStop(() => void engine.close());
    return { page: `${await listen(lab, http)}/` };
  },
} satisfies Scenario;
