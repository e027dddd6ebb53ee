import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Knows the address of Engine.IO's WebSocket and nothing of its packets. */
function greets(path: string): string {
  return `
const socket = new WebSocket(location.origin.replace("http", "ws") + "${path}/?EIO=4&transport=websocket");
socket.onopen = () => socket.send(JSON.stringify({ type: "hello" }));
socket.onmessage = ({ data }) => say("The server says " + data);
socket.onclose = ({ code }) => done("Closed with " + code);`;
}

export default {
  title: "A plain WebSocket sends its own messages to a Socket.IO server, which closes it",
  protocol: "engine-io",
  needs: "node",
  rows: ["0{…}, a message that is no packet, then 1005: a plain WebSocket"],
  cards: [{ cause: "plain-websocket-client", protocol: "engine-io" }],
  healthy: 0,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, { page: { script: greets(path), scripts: [] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
