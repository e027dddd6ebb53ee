import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Asks for a WebSocket of its own with the id of its client, which is on one already. */
function asksToo(path: string): string {
  return `
const socket = io({ path: ${JSON.stringify(path)} });
socket.io.engine.once("upgrade", () => socket.emit("note", "Upgraded", () => {
  const query = "/?EIO=4&transport=websocket&sid=" + socket.io.engine.id;
  const second = new WebSocket(location.origin.replace(/^http/, "ws") + ${JSON.stringify(path)} + query);
  second.onclose = ({ code }) => {
    say("The second WebSocket is closed: " + code);
    socket.emit("note", "Still here", done);
  };
}));`;
}

export default {
  title: "A second WebSocket of one session is opened and closed without a word, and the first one goes on",
  protocol: "engine-io",
  needs: "node",
  rows: ["101, no 3probe, 1005: the sid is upgraded already, two clients use one sid"],
  cards: [{ cause: "session-reused", protocol: "engine-io", phase: "upgrade", confidence: "confirmed" }],
  healthy: 0,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, { page: { script: asksToo(path), scripts: ["socket.io"] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
