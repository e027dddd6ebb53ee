/** Pages on which the official client talks to Hub.cs. Their scripts find the hub's URL as `hub`. */
import { type HubApp, type HubOrigins, startHub } from "../dotnet.js";
import { servePage } from "../page.js";
import type { Lab } from "../scenario.js";

interface Started {
  page: string;
}

/** The page comes from the hub's own origin. */
export async function sameOrigin(lab: Lab, script: string, app: HubApp): Promise<Started> {
  const [origins] = await startHub(lab, [{ ...app, page: await serveScript(lab, script) }]);
  return pageFor(`${httpOf(origins)}/`, app.hub);
}

/** The page comes from another port; the application is told which. */
export async function crossOrigin(lab: Lab, script: string, describe: (page: string) => HubApp): Promise<Started> {
  const page = await serveScript(lab, script);
  const app = describe(new URL(page).origin);
  const [origins] = await startHub(lab, [app]);
  return pageFor(page, `${httpOf(origins)}${app.hub}`);
}

/** Several instances of one application, which all know the page; returns their origins. */
export async function startInstances(lab: Lab, script: string, app: HubApp, count: number): Promise<string[]> {
  const page = await serveScript(lab, script);
  const instances = await startHub(
    lab,
    Array.from({ length: count }, () => ({ ...app, page })),
  );
  return instances.map(httpOf);
}

/** The hub's URL goes in the fragment, for the page is served before the hub's port is known. */
export function pageFor(page: string, hub: string): Started {
  return { page: `${page}#${hub}` };
}

function serveScript(lab: Lab, script: string): Promise<string> {
  return servePage(lab, { script: `const hub = location.hash.slice(1);\n${script}`, scripts: ["signalr"] });
}

function httpOf(origins: HubOrigins | undefined): string {
  if (!origins) throw new Error("The SignalR server named too few ports");
  return origins.http;
}
