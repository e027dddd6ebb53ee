import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

const LONG = "q".repeat(17_000);

export default {
  title: "The client sends more in its address than Node's server reads",
  protocol: "engine-io",
  needs: "node",
  rows: ["431: header limit of Node.js"],
  cards: [{ cause: "request-line-too-long", protocol: "engine-io", status: 431 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path, query: { ticket: LONG } }), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
