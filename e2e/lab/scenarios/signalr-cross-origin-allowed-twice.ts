import { serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { behind } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "nginx and the application both allow the origin, and the browser takes one word only",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["two values of Access-Control-Allow-Origin: proxy and application both add CORS"],
  cards: [
    { cause: "cors-header-duplicated", protocol: "signalr", phase: "preflight", status: 0, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const describe = (page: string) => ({ hub, cors: { origins: [page], credentials: true } });
    return behind(lab, talk(), [describe], async ([target]) => {
      const allow = "add_header Access-Control-Allow-Origin $http_origin always;";
      const { origin } = await serveNginx(lab, { server: `location / { ${allow} proxy_pass ${target}; }` });
      return origin;
    });
  },
} satisfies Scenario;
