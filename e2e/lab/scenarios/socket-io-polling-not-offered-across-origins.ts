import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A client of another origin begins with polling, which the server does not offer, and the browser hides that",
  protocol: "engine-io",
  needs: "node",
  rows: ["GET 400 code 0 without Access-Control-Allow-Origin: polling disabled, reported as CORS"],
  cards: [{ cause: "cors-masks-server-error", protocol: "engine-io", status: 0 }],
  healthy: 0,
  further: "by name",
  firefox: {
    cards: [{ cause: "transport-not-enabled", protocol: "engine-io", status: 0, engineIoCode: 0 }],
    because: "Firefox lets the extension read an answer that it keeps from the page, and the code in it",
  },
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { options: { transports: ["websocket"] } });
    return { page: await servePage(lab, { script: tryToConnect(origin, { path }), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
