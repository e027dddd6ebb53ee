import { createServer } from "node:http";
import { Server } from "socket.io";
import { listen } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "The path is wrong, and the server has no other listener that would say so: the poll waits in vain",
  protocol: "engine-io",
  needs: "node",
  rows: ["pending, then timeout after 20 s: wrong path and no listener"],
  cards: [{ cause: "server-not-answering", protocol: "engine-io", phase: "open" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const http = createServer();
    new Server(http, { path: lab.mount(), serveClient: false, cors: { origin: "*" } });
    const origin = await listen(lab, http);
    const script = tryToConnect(origin, { path: lab.mount() }, 1);
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
