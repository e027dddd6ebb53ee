import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The WebSocket is cut again and again after the same time without a message",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["1006 at a constant idle interval: proxy_read_timeout below pingInterval"],
  cards: [{ cause: "proxy-idle-timeout", protocol: "engine-io", phase: "close" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: stay("/", { path, transports: ["websocket"] }, { drops: 3 }), scripts: ["socket.io"] },
    });
    const nginx = await serveNginx(lab, {
      server: `location / { proxy_pass ${origin}; proxy_read_timeout 3s; ${FORWARDS_UPGRADE} }`,
    });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
