import { createServer } from "node:http";
import { listen } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

/** What @azure/web-pubsub-socket.io answers where the client asks the application instead of the service. */
const REMOVED = "This path is removed by Web PubSub for Socket.IO SDK. Please connect to the service endpoint.";

export default {
  title: "A Socket.IO client asks the application, which has handed its clients over to Web PubSub",
  protocol: "engine-io",
  needs: "node",
  rows: ["Socket.IO: 403 This path is removed by Web PubSub for Socket.IO SDK"],
  standIn: "A plain server gives the answer of @azure/web-pubsub-socket.io, which starts only with the real service.",
  cards: [{ cause: "wrong-endpoint", protocol: "engine-io", status: 403 }],
  healthy: 0,
  async start(lab) {
    const headers = { "access-control-allow-origin": "*", "content-type": "text/plain" };
    const server = createServer((_, response) => response.writeHead(403, headers).end(REMOVED));
    const script = tryToConnect(await listen(lab, server), {});
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
