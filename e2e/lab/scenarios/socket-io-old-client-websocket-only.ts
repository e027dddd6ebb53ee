import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A version 2 client of WebSockets only meets a version 4 server, which takes the socket and ends it",
  protocol: "engine-io",
  needs: "node",
  rows: ["WebSocket open, Invalid frame header, 1006, EIO=3: code 5 over WebSocket"],
  cards: [{ cause: "eio3-not-allowed", protocol: "engine-io", phase: "open" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: tryToConnect("/", { path, transports: ["websocket"] }), scripts: ["socket.io-2"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
