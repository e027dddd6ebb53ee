import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client sends credentials, and the server does not allow them",
  protocol: "engine-io",
  needs: "node",
  rows: ["no Access-Control-Allow-Credentials with withCredentials"],
  cards: [{ cause: "cors-credentials-missing", protocol: "engine-io", status: 0 }],
  healthy: 0,
  firefox: {
    cannot:
      "whether the page asked with credentials is not on the wire, and Firefox names no error where it keeps the answer",
  },
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), { options: { cors: { origin: true } } });
    return {
      page: await servePage(lab, {
        script: tryToConnect(origin, { path, withCredentials: true }),
        scripts: ["socket.io"],
      }),
    };
  },
} satisfies Scenario;
