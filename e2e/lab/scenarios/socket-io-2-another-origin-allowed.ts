import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A version 2 server has a list of origins, and the page's is not on it",
  protocol: "engine-io",
  needs: "node",
  rows: ["403 code 4 without Access-Control-Allow-Origin, EIO=3: the server's origins"],
  cards: [{ cause: "cors-origin-not-allowed", protocol: "engine-io", status: 0 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo2(lab, lab.mount(), {
      options: { origins: "https://app.example.com:443" },
    });
    return { page: await servePage(lab, { script: tryToConnect(origin, { path }), scripts: ["socket.io-2"] }) };
  },
} satisfies Scenario;
