import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Polls a session that its client has over a WebSocket. */
function pollsBeside(path: string): string {
  return `
const socket = io({ path: "${path}", transports: ["websocket"] });
socket.on("connect", async () => {
  const answer = await fetch("${path}/?EIO=4&transport=polling&sid=" + socket.io.engine.id);
  say("The poll is answered " + answer.status + ": " + (await answer.text()));
  socket.close();
  setTimeout(done, 300);
});`;
}

export default {
  title: "A poll asks for a session that lives on a WebSocket",
  protocol: "engine-io",
  needs: "node",
  rows: ["GET with the sid of a WebSocket answered 400 code 3"],
  cards: [{ cause: "session-reused", protocol: "engine-io", status: 400, engineIoCode: 3, confidence: "confirmed" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, { page: { script: pollsBeside(path), scripts: ["socket.io"] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
