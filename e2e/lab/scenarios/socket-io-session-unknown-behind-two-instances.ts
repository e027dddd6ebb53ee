import { serveRoundRobin } from "../round-robin.js";
import type { Scenario } from "../scenario.js";
import { tryToConnect } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "Every session is unknown to the server right after it was opened",
  protocol: "engine-io",
  needs: "node",
  rows: ["code 1 within ms of a 200, with new sids each time: no sticky sessions"],
  shows: ["socket-io/code-1"],
  cards: [{ cause: "no-sticky-sessions", protocol: "engine-io", status: 400, engineIoCode: 1 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const page = { script: tryToConnect("/", { path }, 3), scripts: ["socket.io" as const] };
    const first = await serveSocketIo(lab, path, { page });
    const second = await serveSocketIo(lab, path, { page });
    return { page: `${await serveRoundRobin(lab, { turnsAt: path, targets: [first.origin, second.origin] })}/` };
  },
} satisfies Scenario;
