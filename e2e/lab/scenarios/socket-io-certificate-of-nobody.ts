import { makeCertificate } from "../certificate.js";
import { at, listen, secureServer } from "../lab.js";
import { API } from "../names.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "The server's certificate is signed by nobody that the browser knows",
  protocol: "engine-io",
  needs: "node",
  rows: ["ERR_CERT_AUTHORITY_INVALID: untrusted certificate"],
  shows: ["socket-io/certificate"],
  cards: [{ cause: "certificate", protocol: "engine-io", netError: "net::ERR_CERT_AUTHORITY_INVALID" }],
  healthy: 0,
  async start(lab) {
    const origin = at(await listen(lab, secureServer(undefined, makeCertificate())), "https:", API);
    const script = tryToConnect(origin, { path: lab.mount() });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
