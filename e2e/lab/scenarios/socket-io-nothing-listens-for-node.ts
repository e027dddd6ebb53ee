import { freeOrigin } from "../lab.js";
import { printedByNode } from "../node-client.js";
import type { Scenario } from "../scenario.js";
import { connectInNode } from "../socket-io/scripts.js";

export default {
  title: "A client in Node.js finds nothing at the address",
  protocol: "engine-io",
  needs: "node",
  rows: ["ECONNREFUSED in Node.js: the server is not reachable"],
  shows: ["socket-io/connect-error-in-node"],
  logCards: [{ cause: "server-not-running", protocol: "engine-io" }],
  async log(lab) {
    return printedByNode(lab, connectInNode(await freeOrigin(), { path: lab.mount() }), { DEBUG: "socket*" });
  },
} satisfies Scenario;
