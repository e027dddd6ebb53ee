import { makeCertificate } from "../certificate.js";
import { at, listen, secureServer } from "../lab.js";
import { API } from "../names.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToStart } from "../web-pubsub/scripts.js";

export default {
  title: "A WebSocket to a server whose certificate nobody vouches for",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["ERR_CERT_AUTHORITY_INVALID: untrusted certificate"],
  standIn: "A server with a certificate of its own stands in for a gateway before the service.",
  cards: [{ cause: "certificate", protocol: "web-pubsub", netError: "net::ERR_CERT_AUTHORITY_INVALID" }],
  healthy: 0,
  async start(lab) {
    const origin = at(await listen(lab, secureServer(undefined, makeCertificate())), "wss:", API);
    const script = tryToStart(`${origin}/client/hubs/chat`);
    return { page: await servePage(lab, { script, scripts: ["web-pubsub"] }) };
  },
} satisfies Scenario;
