import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The client packs with another parser than the server",
  protocol: "engine-io",
  needs: "node",
  rows: ["0{…}, a binary CONNECT, then 1005: the client packs with msgpack, the server does not"],
  cards: [{ cause: "parser-mismatch", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      page: { script: stay("/", { path, transports: ["websocket"] }), scripts: ["socket.io-msgpack"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
