import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A version 2 server hangs up on a polled message that is larger than it takes",
  protocol: "engine-io",
  needs: "node",
  rows: ["EIO=3 POST ERR_EMPTY_RESPONSE: maxHttpBufferSize of a version 2 server"],
  cards: [{ cause: "message-too-large", protocol: "engine-io", phase: "message" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const script = stay("/", { path, transports: ["polling"] }, { onConnect: 'socket.emit("note", "x".repeat(6000))' });
    const { origin } = await serveSocketIo2(lab, path, {
      options: { maxHttpBufferSize: 5_000 },
      page: { script, scripts: ["socket.io-2"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
