import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "Two server blocks of nginx are for one name, and the one without Socket.IO answers",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["404 from another server block: conflicting server name"],
  cards: [{ cause: "path-mismatch", protocol: "engine-io", status: 404 }],
  healthy: 0,
  logCards: [{ cause: "nginx-conflicting-server-block" }],
  async start(lab) {
    const path = lab.mount();
    const page = await servePage(lab, { script: tryToConnect("/", { path }), scripts: ["socket.io"] });
    const { origin } = await serveSocketIo(lab, path);
    const nginx = await serveNginx(lab, {
      http: (listen) => `server { listen ${listen}; server_name 127.0.0.1; location / { proxy_pass ${page}; } }`,
      server: `server_name 127.0.0.1; location ${path}/ { proxy_pass ${origin}; ${FORWARDS_UPGRADE} }`,
    });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
