import { freeOrigin } from "../lab.js";
import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "nginx finds no application behind it, and answers negotiate with 502",
  protocol: "signalr",
  needs: "nginx",
  rows: ["negotiate 502 with nginx's page: the application is down"],
  cards: [{ cause: "bad-gateway", protocol: "signalr", phase: "negotiate", status: 502 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const hub = lab.mount();
    const page = await servePage(lab, { script: `const hub = "${hub}";\n${talk()}`, scripts: ["signalr"] });
    const server = `location ${hub} { proxy_pass ${await freeOrigin()}; }
location / { proxy_pass ${new URL(page).origin}; }`;
    const nginx = await serveNginx(lab, { server });
    return { page: `${nginx.origin}/` };
  },
} satisfies Scenario;
