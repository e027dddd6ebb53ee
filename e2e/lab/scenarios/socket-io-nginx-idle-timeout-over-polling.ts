import { serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "nginx gives each poll up before the server would have pinged",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["polling 504: proxy_read_timeout below pingInterval"],
  cards: [{ cause: "proxy-idle-timeout", protocol: "engine-io", phase: "poll", status: 504 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: stay("/", { path, transports: ["polling"] }, { drops: 2 }), scripts: ["socket.io"] },
    });
    const nginx = await serveNginx(lab, { server: `location / { proxy_pass ${origin}; proxy_read_timeout 1s; }` });
    return { page: `${nginx.origin}/` };
  },
} satisfies Scenario;
