import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The site's cookies have grown larger than nginx reads, and it answers 400",
  protocol: "engine-io",
  needs: "nginx",
  rows: ["400 Request Header Or Cookie Too Large: large_client_header_buffers"],
  cards: [{ cause: "request-line-too-long", protocol: "engine-io", status: 400 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const script = `
for (const name of ["a", "b", "c"]) document.cookie = name + "=" + "q".repeat(3500) + "; path=${path}/; max-age=20";
${tryToConnect("/", { path })}`;
    const { origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
    const nginx = await serveNginx(lab, { server: `location / { proxy_pass ${origin}; ${FORWARDS_UPGRADE} }` });
    return { page: `${nginx.origin}/`, log: nginx.log };
  },
} satisfies Scenario;
