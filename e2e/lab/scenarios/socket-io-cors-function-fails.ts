import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The function that should allow the origin fails, and the browser hides the refusal",
  protocol: "engine-io",
  needs: "node",
  rows: ["first polling GET 400 code 3 without CORS headers: the cors function fails"],
  cards: [{ cause: "cors-masks-server-error", protocol: "engine-io", status: 0 }],
  healthy: 0,
  firefox: {
    cards: [{ cause: "engine-io-bad-request", protocol: "engine-io", status: 0, engineIoCode: 3 }],
    because: "Firefox lets the extension read an answer that it keeps from the page, and the code in it",
  },
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), {
      options: {
        cors: (_request: unknown, decide: (error: Error) => void) =>
          decide(new Error("The list of origins cannot be read")),
      },
    });
    return { page: await servePage(lab, { script: tryToConnect(origin, { path }), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
