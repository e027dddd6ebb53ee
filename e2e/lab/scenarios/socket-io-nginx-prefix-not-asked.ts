import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The application lives under a prefix of nginx, and the client asks without it",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["404 of nginx: the application's prefix is missing from path"],
  cards: [{ cause: "proxy-path-prefix-lost", protocol: "engine-io", status: 404 }],
  healthy: 0,
  async start(lab) {
    const prefix = lab.mount();
    const page = await servePage(lab, { script: tryToConnect("/", {}), scripts: ["socket.io"] });
    const { origin } = await serveSocketIo(lab, "/socket.io");
    const nginx = await serveNginx(lab, {
      server: `
location ${prefix}/ { proxy_pass ${page}; }
location ${prefix}/socket.io/ { proxy_pass ${origin}/socket.io/; ${FORWARDS_UPGRADE} }`,
    });
    return { page: `${nginx.origin}${prefix}/`, log: nginx.log };
  },
} satisfies Scenario;
