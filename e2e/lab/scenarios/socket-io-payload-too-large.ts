import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A polled message is larger than the server takes",
  protocol: "engine-io",
  needs: "node",
  rows: ["413 with Access-Control-Allow-Origin: maxHttpBufferSize"],
  cards: [{ cause: "message-too-large", protocol: "engine-io", status: 413 }],
  healthy: 0,
  async start(lab) {
    const { origin, path } = await serveSocketIo(lab, lab.mount(), {
      options: { maxHttpBufferSize: 5_000, cors: { origin: "*" } },
    });
    return {
      page: await servePage(lab, {
        script: stay(origin, { path, transports: ["polling"] }, { onConnect: 'socket.emit("note", "x".repeat(6000))' }),
        scripts: ["socket.io"],
      }),
    };
  },
} satisfies Scenario;
