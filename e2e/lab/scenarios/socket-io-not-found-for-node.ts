import { printedByNode } from "../node-client.js";
import type { Scenario } from "../scenario.js";
import { connectInNode } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client in Node.js asks at a path where the server does not listen",
  protocol: "engine-io",
  needs: "node",
  rows: ["404 in Node.js: wrong path"],
  logCards: [{ cause: "path-mismatch", protocol: "engine-io" }],
  async log(lab) {
    const { origin } = await serveSocketIo(lab, lab.mount());
    return printedByNode(lab, connectInNode(origin, { path: lab.mount() }), { DEBUG: "socket*,engine*" });
  },
} satisfies Scenario;
