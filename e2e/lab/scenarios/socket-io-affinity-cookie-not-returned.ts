import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "nginx keeps sessions together by a cookie, which the client of another origin never sends",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["code 1, new sids again and again: the affinity cookie is not sent across origins"],
  cards: [{ cause: "sticky-cookie-not-sent", protocol: "engine-io", status: 400, engineIoCode: 1 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const options = { cors: { origin: true, credentials: true } };
    const hosts: string[] = [];
    for (let node = 0; node < 2; node += 1)
      hosts.push(new URL((await serveSocketIo(lab, path, { options })).origin).host);
    const nginx = await serveNginx(lab, {
      http: `
upstream nodes { ${hosts.map((host) => `server ${host};`).join(" ")} }
map $cookie_route $node { default nodes; ${hosts.map((host) => `"${host}" ${host};`).join(" ")} }`,
      server: `location / { proxy_pass http://$node; ${FORWARDS_UPGRADE} add_header Set-Cookie "route=$upstream_addr; Path=/" always; }`,
    });
    const script = tryToConnect(nginx.origin, { path }, 3);
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }), log: nginx.log };
  },
} satisfies Scenario;
