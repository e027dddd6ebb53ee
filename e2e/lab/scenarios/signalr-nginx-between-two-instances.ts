import { serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { behind } from "../signalr/hub-page.js";
import { LONG_POLLING, talk } from "../signalr/scripts.js";

export default {
  title: "Behind an nginx that takes turns, the first poll is answered 404",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  cards: [{ cause: "no-sticky-sessions", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const describe = (page: string) => ({ hub, cors: { origins: [page], credentials: true } });
    return behind(lab, talk(LONG_POLLING), [describe, describe], async (targets) => {
      const servers = targets.map((target) => `server ${new URL(target).host};`).join(" ");
      const http = `upstream talk { ${servers} }`;
      const { origin } = await serveNginx(lab, { http, server: "location / { proxy_pass http://talk; }" });
      return origin;
    });
  },
} satisfies Scenario;
