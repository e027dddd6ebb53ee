import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "nginx answers negotiate with 200 and nothing in it",
  protocol: "signalr",
  needs: "nginx",
  rows: ["200 empty, Unexpected end of JSON input: a hop swallowed the body"],
  cards: [{ cause: "negotiate-answer-lost", protocol: "signalr", phase: "negotiate", status: 200 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const hub = lab.mount();
    const page = await servePage(lab, { script: `const hub = "${hub}";\n${talk()}`, scripts: ["signalr"] });
    const server = `location = ${hub}/negotiate { default_type application/json; return 200; }
location / { proxy_pass ${new URL(page).origin}; }`;
    return { page: `${(await serveNginx(lab, { server })).origin}/` };
  },
} satisfies Scenario;
