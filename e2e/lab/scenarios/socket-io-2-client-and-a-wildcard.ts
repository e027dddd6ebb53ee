import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A version 2 client always sends credentials, and the server allows every origin",
  protocol: "engine-io",
  needs: "node",
  rows: ["Access-Control-Allow-Origin * with a version 2 client, which always sends credentials"],
  cards: [{ cause: "cors-wildcard-with-credentials", protocol: "engine-io", status: 0 }],
  healthy: 0,
  firefox: {
    cannot:
      "whether the page asked with credentials is not on the wire, and Firefox names no error where it keeps the answer",
  },
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), {
      options: { allowEIO3: true, cors: { origin: "*" } },
    });
    return { page: await servePage(lab, { script: tryToConnect(origin, { path }), scripts: ["socket.io-2"] }) };
  },
} satisfies Scenario;
