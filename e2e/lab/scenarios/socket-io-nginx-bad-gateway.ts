import { freeOrigin } from "../lab.js";
import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "nginx finds nobody behind it",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["502: backend dead"],
  cards: [{ cause: "bad-gateway", protocol: "engine-io", status: 502 }],
  healthy: 0,
  logCards: [{ cause: "bad-gateway" }],
  async start(lab) {
    const path = lab.mount();
    const page = await servePage(lab, { script: tryToConnect("/", { path }), scripts: ["socket.io"] });
    const nginx = await serveNginx(lab, {
      server: `location / { proxy_pass ${page}; } location ${path}/ { proxy_pass ${await freeOrigin()}; }`,
    });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
