import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client sends a header that the server's CORS settings do not list",
  protocol: "engine-io",
  needs: "node",
  rows: ["OPTIONS 204 lacks the header: allowedHeaders too narrow"],
  cards: [{ cause: "cors-header-not-allowed", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), {
      options: { cors: { origin: "*", allowedHeaders: ["content-type"] } },
    });
    return {
      page: await servePage(lab, {
        script: tryToConnect(origin, { path, extraHeaders: { "x-tenant": "blue" } }),
        scripts: ["socket.io"],
      }),
    };
  },
} satisfies Scenario;
