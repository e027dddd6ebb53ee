import { startHub } from "../dotnet.js";
import { FORWARDS_UPGRADE, serveNginx } from "../nginx.js";
import type { Scenario } from "../scenario.js";

/** No process can read what another one has written into the page: neither keeps its keys. */
export default {
  title: "A proxy has kept a Blazor page from before the server was started anew, which cannot read it",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["JS.Error The list of component records is not valid: cached page, keys that are not kept"],
  cards: [{ cause: "blazor-stale-cached-page", protocol: "signalr", phase: "message" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const app = { hub: lab.mount(), blazor: true as const };
    const [before, now] = await startHub(lab, [app, app]);
    const http = "proxy_cache_path pages keys_zone=pages:1m;";
    const server = `location = / {
  proxy_pass ${before?.http};
  proxy_cache pages;
  proxy_cache_valid 200 1h;
  proxy_ignore_headers Cache-Control Set-Cookie Vary;
}
location / { proxy_pass ${now?.http}; ${FORWARDS_UPGRADE} }`;
    const { origin } = await serveNginx(lab, { server, http });
    await (await fetch(`${origin}/`)).arrayBuffer();
    return { page: `${origin}/#markers` };
  },
} satisfies Scenario;
