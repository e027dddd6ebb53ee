import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A version 2 client meets a version 4 server of another origin, and the browser hides the refusal",
  protocol: "engine-io",
  needs: "node",
  rows: ["EIO=3 answered 400 code 5 without Access-Control-Allow-Origin: no allowEIO3"],
  cards: [{ cause: "eio3-not-allowed", protocol: "engine-io", status: 0 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    return { page: await servePage(lab, { script: tryToConnect(origin, { path }), scripts: ["socket.io-2"] }) };
  },
} satisfies Scenario;
