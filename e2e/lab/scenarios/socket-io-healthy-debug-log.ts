import { printedByNode } from "../node-client.js";
import type { Scenario } from "../scenario.js";
import { connectInNode } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "What a client in Node.js prints with DEBUG=socket* when all goes well",
  protocol: "engine-io",
  needs: "node",
  shows: ["socket-io/debug-log"],
  logCards: [],
  async log(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    return printedByNode(lab, connectInNode(origin, { path }), { DEBUG: "socket*" });
  },
} satisfies Scenario;
