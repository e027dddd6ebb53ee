import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 405 by nginx, which has files there and no application",
  protocol: "signalr",
  needs: "nginx",
  rows: ["negotiate 405 with nginx's page: a host of static files"],
  cards: [{ cause: "wrong-endpoint", protocol: "signalr", phase: "negotiate", status: 405 }],
  healthy: 0,
  further: true,
  async start(lab) {
    const script = `const hub = ${JSON.stringify(lab.mount())};\n${talk()}`;
    const page = await servePage(lab, { script, scripts: ["signalr"] });
    const files = `location ~ ^/(client-.*)?$ { proxy_pass ${new URL(page).origin}; }`;
    const { origin } = await serveNginx(lab, {
      server: `${files}\nlocation / { root .; try_files $uri /nginx.conf; }`,
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
