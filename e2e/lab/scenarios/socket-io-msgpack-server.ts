import * as msgpack from "socket.io-msgpack-parser";
import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "The server packs with another parser than the client, which polls",
  protocol: "engine-io",
  needs: "node",
  rows: ["0{…}, 40, no 40 in return: the server packs with msgpack, the client does not"],
  cards: [{ cause: "parser-mismatch", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { parser: msgpack },
      page: { script: stay("/", { path, transports: ["polling"] }), scripts: ["socket.io"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
