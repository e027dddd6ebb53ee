import { serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { behind } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The preflight is answered 403: nginx lets GET and POST through, and no OPTIONS",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["preflight 403: nginx lets no OPTIONS through"],
  cards: [{ cause: "preflight-blocked-by-auth", protocol: "signalr", phase: "preflight", status: 403 }],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const describe = (page: string) => ({ hub, cors: { origins: [page], credentials: true } });
    return behind(lab, talk(), [describe], async ([target]) => {
      const only = "limit_except GET POST { deny all; }";
      const { origin } = await serveNginx(lab, { server: `location / { ${only} proxy_pass ${target}; }` });
      return origin;
    });
  },
} satisfies Scenario;
