import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The server answers, but the browser keeps the answer from a page of another origin",
  protocol: "engine-io",
  needs: "node",
  rows: ["200 without Access-Control-Allow-Origin: cors unset"],
  shows: ["socket-io/cors"],
  cards: [{ cause: "cors-not-enabled", protocol: "engine-io", status: 0 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    return { page: await servePage(lab, { script: tryToConnect(origin, { path }), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
