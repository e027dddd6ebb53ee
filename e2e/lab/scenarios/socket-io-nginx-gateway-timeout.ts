import { createServer } from "node:http";
import { listen } from "../lab.js";
import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "The application takes WebSockets and never answers, and nginx gives it up",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["504: backend slow"],
  standIn: "A server that takes handshakes and stays silent stands in for an overloaded one.",
  cards: [{ cause: "bad-gateway", protocol: "engine-io", status: 504 }],
  healthy: 0,
  logCards: [{ cause: "bad-gateway" }],
  async start(lab) {
    const silent = await listen(
      lab,
      createServer().on("upgrade", () => undefined),
    );
    const nginx = await serveNginx(lab, {
      server: `location / { proxy_pass ${silent}; proxy_read_timeout 500ms; ${FORWARDS_UPGRADE} }`,
    });
    const script = tryToConnect(nginx.origin, { path: lab.mount(), transports: ["websocket"] });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }), log: nginx.log };
  },
} satisfies Scenario;
