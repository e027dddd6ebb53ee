import { startHub } from "../dotnet.js";
import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { LONG_POLLING, talk } from "../signalr/scripts.js";

export default {
  title: "Behind an nginx that takes turns, the first poll is answered 404",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["404 No Connection with that ID within ms of negotiate: two instances behind nginx without affinity"],
  cards: [{ cause: "no-sticky-sessions", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 0,
  further: true,
  async start(lab) {
    const hub = lab.mount();
    const script = `const hub = ${JSON.stringify(hub)};\n${talk(LONG_POLLING)}`;
    const page = await servePage(lab, { script, scripts: ["signalr"] });
    const instances = await startHub(lab, [{ hub }, { hub }]);
    const servers = instances.map(({ http }) => `server ${new URL(http).host};`).join(" ");
    const { origin } = await serveNginx(lab, {
      http: `upstream instances { ${servers} }`,
      server: `location ${hub} { proxy_pass http://instances; }\nlocation / { proxy_pass ${new URL(page).origin}; }`,
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
