import { startHub } from "../dotnet.js";
import { serveNginx } from "../nginx.js";
import { servePage } from "../page.js";
import type { Lab } from "../scenario.js";
import type { HubApp } from "./hub-app.js";

/** Page and hub on one origin, nginx's; `directives` stand beside `proxy_pass` to the hub. */
export async function behindOneOrigin(
  lab: Lab,
  script: string,
  app: HubApp,
  directives = "",
): Promise<{ page: string }> {
  const page = await servePage(lab, { script: `const hub = location.hash.slice(1);\n${script}`, scripts: ["signalr"] });
  const [origins] = await startHub(lab, [app]);
  const server = `location ${app.hub} { proxy_pass ${origins?.http}; ${directives} }
location / { proxy_pass ${new URL(page).origin}; }`;
  const { origin } = await serveNginx(lab, { server });
  return { page: `${origin}/#${app.hub}` };
}
