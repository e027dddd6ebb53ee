import { createServer } from "node:http";
import { listen } from "../lab.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";

export default {
  title: "The handshake is never answered, and the client gives up and tries again",
  protocol: "engine-io",
  needs: "node",
  rows: ["pending, then timeout: a hung server or proxy"],
  standIn: "A server that takes handshakes and stays silent stands in for an overloaded one.",
  cards: [{ cause: "server-not-answering", protocol: "engine-io", phase: "open" }],
  healthy: 0,
  async start(lab) {
    const origin = await listen(
      lab,
      createServer().on("upgrade", () => undefined),
    );
    const script = tryToConnect(origin, { path: lab.mount(), transports: ["websocket"], timeout: 1500 });
    return { page: await servePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
