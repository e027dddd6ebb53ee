/** Pages on which the official client talks to Hub.cs. Their scripts find the hub's URL as `hub`. */
import { type HubApp, type HubOrigins, startHub } from "../dotnet.js";
import { servePage } from "../page.js";
import { serveRoundRobin } from "../round-robin.js";
import type { Lab } from "../scenario.js";

interface Started {
  page: string;
}

/** The page comes from the hub's own origin. It may ask for another path than the hub's. */
export async function sameOrigin(lab: Lab, script: string, app: HubApp, asked = app.hub): Promise<Started> {
  const [origins] = await startHub(lab, [{ ...app, page: await serveScript(lab, script) }]);
  return pageFor(`${httpOf(origins)}/`, asked);
}

/** The page comes from another port; the application is told which. */
export async function crossOrigin(lab: Lab, script: string, describe: (page: string) => HubApp): Promise<Started> {
  const page = await serveScript(lab, script);
  const app = describe(new URL(page).origin);
  const [origins] = await startHub(lab, [app]);
  return pageFor(page, `${httpOf(origins)}${app.hub}`);
}

/**
 * As many instances of the application behind a proxy. The page stays outside: whatever DevTools asks of the page's
 * origin on its own account (source maps) would disturb the turns.
 */
export async function behindProxy(
  lab: Lab,
  script: string,
  describe: (page: string) => HubApp,
  { instances, dropsUpgrade = false }: { instances: number; dropsUpgrade?: boolean },
): Promise<Started> {
  const page = await serveScript(lab, script);
  const app = describe(new URL(page).origin);
  const origins = await startHub(lab, Array<HubApp>(instances).fill(app));
  const proxy = await serveRoundRobin(lab, { targets: origins.map(httpOf), dropsUpgrade });
  return pageFor(page, `${proxy}${app.hub}`);
}

/** The hub's URL goes in the fragment, for the page is served before the hub's port is known. */
function pageFor(page: string, hub: string): Started {
  return { page: `${page}#${hub}` };
}

function serveScript(lab: Lab, script: string): Promise<string> {
  return servePage(lab, { script: `const hub = location.hash.slice(1);\n${script}`, scripts: ["signalr"] });
}

function httpOf(origins: HubOrigins | undefined): string {
  if (!origins) throw new Error("The SignalR server named too few ports");
  return origins.http;
}
