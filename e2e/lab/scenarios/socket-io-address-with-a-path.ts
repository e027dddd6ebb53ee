import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The path stands in the client's address, where it names a namespace",
  protocol: "engine-io",
  needs: "node",
  rows: ["the URL's path is taken as a namespace: 404 at /socket.io"],
  cards: [{ cause: "path-mismatch", protocol: "engine-io", status: 0 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { options: { cors: { origin: "*" } } });
    return { page: await servePage(lab, { script: tryToConnect(origin + path, {}), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
