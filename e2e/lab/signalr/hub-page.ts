/** Pages on which the official client talks to the real server. Their scripts find the hub's URL as `hub`. */
import type { ClientName } from "../clients.js";
import { startHub } from "../dotnet.js";
import { servePage } from "../page.js";
import { serveRoundRobin } from "../round-robin.js";
import type { Lab } from "../scenario.js";
import type { HubApp, HubOrigins } from "./hub-app.js";

interface Started {
  page: string;
}

/** Further ways in which a page may differ. */
export interface PageOptions {
  /** Where the page asks, when that is not the hub. */
  asked?: string;
  scripts?: ClientName[];
}

/** The page comes from the hub's own origin. */
export async function sameOrigin(lab: Lab, script: string, app: HubApp, options: PageOptions = {}): Promise<Started> {
  const [origins] = await startHub(lab, [{ ...app, page: await serveScript(lab, script, options.scripts) }]);
  return pageFor(`${httpOf(origins)}/`, options.asked ?? app.hub);
}

/** The page comes from another port; the application is told which. */
export async function crossOrigin(
  lab: Lab,
  script: string,
  describe: (page: string) => HubApp,
  options: PageOptions = {},
): Promise<Started> {
  const page = await serveScript(lab, script, options.scripts);
  const app = describe(new URL(page).origin);
  const [origins] = await startHub(lab, [app]);
  return pageFor(page, `${httpOf(origins)}${options.asked ?? app.hub}`);
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
  const serve = (targets: string[]) => serveRoundRobin(lab, { targets, dropsUpgrade });
  return behind(lab, script, Array(instances).fill(describe), serve);
}

/** Applications behind whatever `serve` starts before them, which returns its own origin. */
export async function behind(
  lab: Lab,
  script: string,
  describe: ((page: string) => HubApp)[],
  serve: (targets: string[]) => Promise<string>,
): Promise<Started> {
  const page = await serveScript(lab, script);
  const apps = describe.map((each) => each(new URL(page).origin));
  const origins = await startHub(lab, apps);
  return pageFor(page, `${await serve(origins.map(httpOf))}${apps[0]?.hub}`);
}

/** The hub's URL goes in the fragment, for the page is served before the hub's port is known. */
function pageFor(page: string, hub: string): Started {
  return { page: `${page}#${hub}` };
}

function serveScript(lab: Lab, script: string, scripts: ClientName[] = ["signalr"]): Promise<string> {
  return servePage(lab, { script: `const hub = location.hash.slice(1);\n${script}`, scripts });
}

function httpOf(origins: HubOrigins | undefined): string {
  if (!origins) throw new Error("The SignalR server named too few ports");
  return origins.http;
}
