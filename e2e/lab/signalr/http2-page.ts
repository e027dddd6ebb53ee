import { trustedCertificate } from "../certificate.js";
import { startHub } from "../dotnet.js";
import { at } from "../lab.js";
import { APP } from "../names.js";
import { servePage } from "../page.js";
import type { Lab } from "../scenario.js";
import type { HubApp } from "./hub-app.js";

/** Page and hub on one https origin: what the browser asks there goes over one HTTP/2 connection, WebSockets included. */
export async function overHttp2(lab: Lab, script: string, app: HubApp): Promise<{ page: string }> {
  const { cert, key } = trustedCertificate();
  const page = await servePage(lab, { script: `const hub = location.hash.slice(1);\n${script}`, scripts: ["signalr"] });
  const listens = { ...app.listens, https: true as const, certificatePem: cert, keyPem: key };
  const [origins] = await startHub(lab, [{ ...app, page, listens }]);
  if (!origins?.https) throw new Error("The SignalR server named no https port");
  return { page: `${at(origins.https, "https:", APP)}/#${app.hub}` };
}
