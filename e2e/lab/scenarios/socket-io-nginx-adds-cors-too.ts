import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "nginx and the application both allow the origin, and the browser takes neither",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["Access-Control-Allow-Origin has two values: proxy and application both add it"],
  cards: [{ cause: "cors-header-duplicated", protocol: "engine-io", status: 0, confidence: "confirmed" }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { options: { cors: { origin: true } } });
    const nginx = await serveNginx(lab, {
      server: `location / { proxy_pass ${origin}; ${FORWARDS_UPGRADE} add_header Access-Control-Allow-Origin $http_origin; }`,
    });
    const script = tryToConnect(nginx.origin, { path });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }), log: nginx.log };
  },
} satisfies Scenario;
