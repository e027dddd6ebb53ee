import { serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client that only polls talks through nginx as it forwards by default",
  protocol: "engine-io",
  needs: "nginx",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: talk("/", { path, transports: ["polling"] }, false), scripts: ["socket.io"] },
    });
    const nginx = await serveNginx(lab, { server: `location / { proxy_pass ${origin}; }` });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
