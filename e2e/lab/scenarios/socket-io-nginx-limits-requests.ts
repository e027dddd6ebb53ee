import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "nginx takes a few requests a minute from each client, and polling needs more",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["429 from nginx: limit_req"],
  cards: [{ cause: "rate-limited", protocol: "engine-io", status: 429 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const talks = 'setInterval(() => socket.emit("note", "hello", () => undefined), 50)';
    const script = stay("/", { path, transports: ["polling"] }, { onConnect: talks });
    const { origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
    const nginx = await serveNginx(lab, {
      http: "limit_req_zone $binary_remote_addr zone=calls:1m rate=10r/m;",
      server: `
limit_req_status 429;
location / { proxy_pass ${origin}; }
location ${path}/ { proxy_pass ${origin}; limit_req zone=calls burst=6 nodelay; ${FORWARDS_UPGRADE} }`,
    });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
