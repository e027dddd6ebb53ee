import { at } from "../lab.js";
import { API } from "../names.js";
import { serveSecurePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A page that came over https polls an http address",
  protocol: "engine-io",
  needs: "node",
  rows: ["no request, Mixed Content"],
  cards: [{ cause: "mixed-content", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount());
    const script = tryToConnect(at(origin, "http:", API), { path });
    return { page: await serveSecurePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
