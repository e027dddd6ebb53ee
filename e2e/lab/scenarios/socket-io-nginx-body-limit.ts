import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "nginx takes no body as large as the client's message",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["413 Request Entity Too Large: client_max_body_size"],
  cards: [{ cause: "proxy-body-size-limit", protocol: "engine-io", status: 413 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const script = stay("/", { path, transports: ["polling"] }, { onConnect: 'socket.emit("note", "x".repeat(6000))' });
    const { origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
    const nginx = await serveNginx(lab, {
      server: `client_max_body_size 5k; location / { proxy_pass ${origin}; ${FORWARDS_UPGRADE} }`,
    });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
