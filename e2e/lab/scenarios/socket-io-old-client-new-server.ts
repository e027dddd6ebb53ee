import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A version 2 client meets a version 4 server",
  protocol: "engine-io",
  needs: "node",
  rows: ["400 code 5: version 2 client, version 4 server without allowEIO3"],
  shows: ["socket-io/code-5"],
  cards: [{ cause: "eio3-not-allowed", protocol: "engine-io", status: 400, engineIoCode: 5 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path }), scripts: ["socket.io-2"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
