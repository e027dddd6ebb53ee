import { at } from "../lab.js";
import { API } from "../names.js";
import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "nginx speaks HTTP/2 to the browser, which opens its WebSocket beside it over HTTP/1.1",
  protocol: "engine-io",
  needs: "nginx",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: talk("/", { path }, true), scripts: ["socket.io"] },
    });
    const nginx = await serveNginx(lab, {
      tls: "http2",
      server: `location / { proxy_pass ${origin}; ${FORWARDS_UPGRADE} }`,
    });
    return { page: `${at(nginx.origin, "https:", API)}/`, log: nginx.log };
  },
} satisfies Scenario;
