import type { Scenario } from "../scenario.js";
import { serveEngineIo } from "../socket-io/engine.js";

function echo(path: string): string {
  return `
const socket = eio({ path: "${path}" });
const answers = [];
socket.on("open", () => socket.send("hello"));
socket.on("upgrade", () => socket.send("over the WebSocket"));
socket.on("message", (text) => {
  say("Answered: " + text);
  answers.push(text);
  if (answers.length === 2) socket.close();
});
socket.on("close", (reason) => setTimeout(() => done("Closed: " + reason), 300));`;
}

export default {
  title: "An Engine.IO client and server talk without Socket.IO",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveEngineIo(lab, path, { page: { script: echo(path), scripts: ["engine.io"] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
