import type { Scenario } from "../../lab/scenario.js";
import { SWALLOWS_PROBES } from "../../lab/socket-io/scripts.js";
import { serveSocketIo } from "../../lab/socket-io/server.js";

/** `upgradeTimeout` is 10 s: then the server closes the socket that was never probed, and polling goes on. */
export default {
  title: "The upgrade is accepted and its probe never arrives: the server gives it up after 10 s, and polling goes on",
  protocol: "engine-io",
  needs: "node",
  standIn: "A page that swallows the client's probe stands in for a proxy that lets the upgrade pass and no message.",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const script = `${SWALLOWS_PROBES}
const socket = io("/", { path: ${JSON.stringify(path)}, reconnection: false });
socket.on("connect", () => say("Connected"));
socket.on("disconnect", (reason) => done("Disconnected: " + reason));
setTimeout(() => done("Still there"), 14_000);`;
    const { origin } = await serveSocketIo(lab, path, { page: { script, scripts: ["socket.io"] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
