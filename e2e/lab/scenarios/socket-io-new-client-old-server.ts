import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A current client polls a version 2 server and cannot read the answer",
  protocol: "engine-io",
  needs: "node",
  rows: ["EIO=4, body 97:0{…}2:40: current client, version 2 server"],
  cards: [{ cause: "client-server-version-mismatch", protocol: "engine-io", status: 200 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo2(lab, path, {
      page: { script: tryToConnect("/", { path }), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
