import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A large message gets a CORS error, since nginx refused it and knows nothing of CORS",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["413 without Access-Control-Allow-Origin: nginx body limit, reported as CORS"],
  cards: [{ cause: "proxy-body-size-limit", protocol: "engine-io", status: 0 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { options: { cors: { origin: "*" } } });
    const nginx = await serveNginx(lab, {
      server: `client_max_body_size 5k; location / { proxy_pass ${origin}; ${FORWARDS_UPGRADE} }`,
    });
    const script = stay(
      nginx.origin,
      { path, transports: ["polling"] },
      { onConnect: 'socket.emit("note", "x".repeat(6000))' },
    );
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }), log: nginx.log };
  },
} satisfies Scenario;
