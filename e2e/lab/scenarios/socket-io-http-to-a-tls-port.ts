import { at } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client asks with http, the port speaks TLS",
  protocol: "engine-io",
  needs: "node",
  rows: ["ERR_EMPTY_RESPONSE on the first GET: http to a TLS port"],
  cards: [{ cause: "plain-to-tls-port", protocol: "engine-io" }],
  healthy: 0,
  firefox: {
    cards: [{ cause: "connection-reset", protocol: "engine-io" }],
    because: "Firefox has one word for a port that hangs up at plain HTTP and for a connection that was cut",
  },
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { secure: true });
    const script = tryToConnect(at(origin, "http:"), { path });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
