import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The server allows one origin, and the page comes from another",
  protocol: "engine-io",
  needs: "node",
  rows: ["Access-Control-Allow-Origin is another origin"],
  cards: [{ cause: "cors-origin-not-allowed", protocol: "engine-io", status: 0 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), {
      options: { cors: { origin: "https://app.example.com" } },
    });
    return { page: await servePage(lab, { script: tryToConnect(origin, { path }), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
