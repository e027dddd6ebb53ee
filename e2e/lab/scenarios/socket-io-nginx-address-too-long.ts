import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

const LONG = "q".repeat(9000);

export default {
  title: "What the client sends in its address is longer than nginx reads",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["414 from nginx: request line over 8 KB"],
  cards: [{ cause: "request-line-too-long", protocol: "engine-io", status: 414 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path, query: { ticket: LONG } }), scripts: ["socket.io"] },
    });
    const nginx = await serveNginx(lab, { server: `location / { proxy_pass ${origin}; ${FORWARDS_UPGRADE} }` });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
