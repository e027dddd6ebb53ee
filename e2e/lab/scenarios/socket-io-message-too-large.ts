import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A message over the WebSocket is larger than the server takes",
  protocol: "engine-io",
  needs: "node",
  rows: ["1009: maxHttpBufferSize"],
  cards: [{ cause: "message-too-large", protocol: "engine-io", phase: "close", confidence: "confirmed" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { maxHttpBufferSize: 5_000 },
      page: {
        script: stay("/", { path, transports: ["websocket"] }, { onConnect: 'socket.emit("note", "x".repeat(6000))' }),
        scripts: ["socket.io"],
      },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
