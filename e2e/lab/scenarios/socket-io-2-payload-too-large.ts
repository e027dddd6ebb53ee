import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo2 } from "../socket-io/server-2.js";

export default {
  title: "A version 2 server hangs up at a polled message that is too large for it",
  protocol: "engine-io",
  needs: "node",
  cards: [{ cause: "message-too-large", protocol: "engine-io", netError: "net::ERR_EMPTY_RESPONSE" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo2(lab, path, {
      options: { maxHttpBufferSize: 5_000 },
      page: {
        script: stay("/", { path, transports: ["polling"] }, { onConnect: 'socket.emit("note", "x".repeat(6000))' }),
        scripts: ["socket.io-2"],
      },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
