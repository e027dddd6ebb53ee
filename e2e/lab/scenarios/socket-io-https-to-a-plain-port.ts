import { at } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client asks with https, the port speaks plain HTTP",
  protocol: "engine-io",
  needs: "node",
  rows: ["ERR_SSL_PROTOCOL_ERROR: TLS to a plain port"],
  cards: [{ cause: "tls-to-plain-port", protocol: "engine-io", netError: "net::ERR_SSL_PROTOCOL_ERROR" }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    const script = tryToConnect(at(origin, "https:"), { path });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
