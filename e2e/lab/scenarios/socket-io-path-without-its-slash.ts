import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client leaves out the slash at the path's end, which the server waits for",
  protocol: "engine-io",
  needs: "node",
  rows: ["404 text: addTrailingSlash differs on the two sides"],
  cards: [{ cause: "path-mismatch", protocol: "engine-io", status: 404 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path, addTrailingSlash: false }), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
