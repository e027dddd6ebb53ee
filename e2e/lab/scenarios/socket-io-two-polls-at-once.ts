import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Polls beside its client, which waits for an answer to its own poll. */
function pollsToo(path: string): string {
  return `
const socket = io({ path: ${JSON.stringify(path)}, transports: ["polling"], reconnection: false });
socket.on("disconnect", (reason) => done("Disconnected: " + reason));
socket.on("connect", () => setTimeout(async () => {
  const answer = await fetch("${path}/?EIO=4&transport=polling&sid=" + socket.io.engine.id);
  say("The second poll is answered " + answer.status + ": " + (await answer.text()));
}, 300));`;
}

export default {
  title: "A second poll while one waits is answered 400 without a word, and the session is over",
  protocol: "engine-io",
  needs: "node",
  rows: ["GET 400 empty, the sid dies: overlapping polls"],
  cards: [{ cause: "session-reused", protocol: "engine-io", status: 400 }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, { page: { script: pollsToo(path), scripts: ["socket.io"] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
