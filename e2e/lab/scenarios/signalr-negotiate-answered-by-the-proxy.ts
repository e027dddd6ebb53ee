import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "A rule of nginx answers negotiate with 204, as it means to do with preflights",
  protocol: "signalr",
  needs: "nginx",
  rows: ["Unexpected status code returned from negotiate '204': a proxy answers by itself"],
  cards: [{ cause: "negotiate-answer-lost", protocol: "signalr", phase: "negotiate", status: 204 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const hub = lab.mount();
    const page = await servePage(lab, { script: `const hub = "${hub}";\n${talk()}`, scripts: ["signalr"] });
    const server = `location = ${hub}/negotiate { return 204; }
location / { proxy_pass ${new URL(page).origin}; }`;
    return { page: `${(await serveNginx(lab, { server })).origin}/` };
  },
} satisfies Scenario;
