import { serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { behind } from "../signalr/hub-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "The WebSocket without negotiate is answered 400 behind an nginx that knows nothing of Upgrade",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  cards: [{ cause: "proxy-drops-upgrade", protocol: "signalr", phase: "connect", status: 400 }],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    return behind(lab, talk(WITHOUT_NEGOTIATE), [() => ({ hub })], async ([target]) => {
      const { origin } = await serveNginx(lab, { server: `location / { proxy_pass ${target}; }` });
      return origin;
    });
  },
} satisfies Scenario;
