import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** Two namespaces over one connection; one is left and joined again. */
function joinTwo(path: string, namespace: string): string {
  return `
const main = io({ path: "${path}" });
const side = io("${namespace}", { path: "${path}" });
const joined = (socket) => new Promise((resolve) => socket.once("connect", resolve));
await Promise.all([joined(main), joined(side)]);
say("Both joined");
side.disconnect();
side.connect();
await joined(side);
say("Joined again; answered: " + (await main.emitWithAck("note", "one")));
main.close();
side.close();
setTimeout(() => done("Closed"), 300);`;
}

export default {
  title: "Two namespaces share one connection, and one is left and joined again",
  protocol: "engine-io",
  needs: "node",
  cards: [],
  healthy: 1,
  async start(lab) {
    const path = lab.mount();
    const namespace = lab.mount();
    const { io, origin } = await serveSocketIo(lab, path, {
      page: { script: joinTwo(path, namespace), scripts: ["socket.io"] },
    });
    io.of(namespace).on("connection", () => undefined);
    return { page: `${origin}/` };
  },
} satisfies Scenario;
