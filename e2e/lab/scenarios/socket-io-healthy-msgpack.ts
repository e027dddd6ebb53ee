import * as parser from "socket.io-msgpack-parser";
import type { Scenario } from "../scenario.js";
import { talk } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "Both sides pack with MessagePack, and talk",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { parser },
      page: { script: talk("/", { path }, true), scripts: ["socket.io-msgpack"] },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
