import { at } from "../lab.js";
import { printedByNode } from "../node-client.js";
import type { Scenario } from "../scenario.js";
import { connectInNode } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client in Node.js whose connect_error hides that the server's certificate is self-signed",
  protocol: "engine-io",
  needs: "node",
  rows: ["xhr poll error in Node.js over DEPTH_ZERO_SELF_SIGNED_CERT"],
  shows: ["socket-io/certificate-in-node"],
  logCards: [{ cause: "certificate", protocol: "engine-io" }],
  async log(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { secure: true });
    return printedByNode(lab, connectInNode(at(origin, "https:"), { path }));
  },
} satisfies Scenario;
