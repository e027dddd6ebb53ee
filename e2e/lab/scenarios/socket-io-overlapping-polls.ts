import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Polls beside the client, with its session. */
function pollsTwice(path: string): string {
  return `
const socket = io({ path: "${path}", transports: ["polling"], reconnection: false });
socket.on("disconnect", (reason) => done("Disconnected: " + reason));
socket.on("connect", () => setTimeout(async () => {
  const answer = await fetch("${path}/?EIO=4&transport=polling&sid=" + socket.io.engine.id);
  say("The second poll is answered " + answer.status);
}, 200));`;
}

export default {
  title: "Two polls of one session are under way at once, and the session ends",
  protocol: "engine-io",
  needs: "node",
  cards: [{ cause: "session-reused", protocol: "engine-io", status: 400 }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, { page: { script: pollsTwice(path), scripts: ["socket.io"] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
