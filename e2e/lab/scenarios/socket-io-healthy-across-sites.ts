import { APP } from "../names.js";
import { serveSecurePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "Page and server are two sites, both over https, and talk",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const cors = { origin: new RegExp(`^https://${APP}:`), credentials: true };
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { secure: true, options: { cors } });
    const script = talk(origin, { path, withCredentials: true }, true);
    return { page: await serveSecurePage(lab, { script, scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
