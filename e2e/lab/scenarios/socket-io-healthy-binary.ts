import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** The same bytes over polling, where they travel as base64, and over the WebSocket. */
function sendBytes(path: string): string {
  return `
for (const transport of ["polling", "websocket"]) {
  const socket = io({ path: "${path}", transports: [transport], forceNew: true });
  await new Promise((resolve) => socket.once("connect", resolve));
  const answer = await socket.emitWithAck("note", { image: new Uint8Array(900).fill(7), thumbnail: new Uint8Array(40) });
  say("Answered over " + transport + ": " + answer.image.byteLength + " bytes");
  socket.close();
}
setTimeout(() => done("Closed"), 300);`;
}

export default {
  title: "Messages with binary attachments are acknowledged, over polling and over a WebSocket",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 2,
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, { page: { script: sendBytes(path), scripts: ["socket.io"] } });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
