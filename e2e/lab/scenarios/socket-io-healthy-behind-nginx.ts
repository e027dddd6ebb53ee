import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "Two instances behind nginx, which keeps each client with one of them",
  protocol: "engine-io",
  needs: "nginx",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const page = { script: talk("/", { path }, true), scripts: ["socket.io" as const] };
    const hosts: string[] = [];
    for (let node = 0; node < 2; node += 1) hosts.push(new URL((await serveSocketIo(lab, path, { page })).origin).host);
    const nginx = await serveNginx(lab, {
      http: `upstream nodes { ip_hash; ${hosts.map((host) => `server ${host};`).join(" ")} }`,
      server: `location / { proxy_pass http://nodes; ${FORWARDS_UPGRADE} }`,
    });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
