import { at } from "../lab.js";
import { API } from "../names.js";
import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "nginx sends a WebSocket on to https, where no browser follows",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["301 on a WebSocket: redirect to https"],
  cards: [{ cause: "https-redirection", protocol: "engine-io", status: 301 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { secure: true });
    const nginx = await serveNginx(lab, { server: `return 301 ${origin}$request_uri;` });
    const script = tryToConnect(at(nginx.origin, "http:", API), { path, transports: ["websocket"] });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }), log: nginx.log };
  },
} satisfies Scenario;
