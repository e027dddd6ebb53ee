import { freeOrigin } from "../lab.js";
import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "It looks like CORS, but nginx finds nobody behind it",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["502 without Access-Control-Allow-Origin, reported as CORS: backend dead"],
  cards: [{ cause: "cors-masks-server-error", protocol: "engine-io", status: 0, confidence: "confirmed" }],
  healthy: 0,
  async start(lab) {
    const nginx = await serveNginx(lab, { server: `location / { proxy_pass ${await freeOrigin()}; }` });
    const script = tryToConnect(nginx.origin, { path: lab.mount() });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }), log: nginx.log };
  },
} satisfies Scenario;
