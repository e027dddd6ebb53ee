import { serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "nginx forwards as it does by default, and a client of WebSockets only is refused",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["WebSocket 400 code 3: nginx strips Upgrade"],
  cards: [{ cause: "proxy-drops-upgrade", protocol: "engine-io", status: 400 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path, transports: ["websocket"] }), scripts: ["socket.io"] },
    });
    const nginx = await serveNginx(lab, { server: `location / { proxy_pass ${origin}; }` });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
