import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** The manager gives an attempt up when its `timeout` is over, 20 s where none is set, and asks again. */
function asksAgain(origin: string, path: string): string {
  return `
const answered = new Promise((resolve) => {
  let count = 0;
  new PerformanceObserver((list) => {
    count += list.getEntries().filter(({ name }) => name.includes("EIO=4") && !name.includes("sid=")).length;
    if (count === 2) resolve();
  }).observe({ type: "resource", buffered: true });
});
const socket = io(${JSON.stringify(origin)}, { path: ${JSON.stringify(path)}, timeout: 2_000, reconnectionDelay: 100 });
socket.on("connect_error", (error) => say("The client reports: " + error.message));
socket.on("connect", async () => {
  say("Connected");
  await answered;
  say("The first handshake is answered, too");
  socket.close();
  setTimeout(() => done("Closed"), 1_500);
});`;
}

export default {
  title: "The first handshake is answered only after the client has given it up, and the second at once",
  protocol: "engine-io",
  needs: "node",
  rows: ["pending, then timeout; the server answers later"],
  cards: [{ cause: "server-not-answering", protocol: "engine-io", phase: "open" }],
  healthy: 1,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    let waitMs = 4_000;
    const { origin } = await serveSocketIo(lab, path, {
      options: {
        cors: { origin: "*" },
        allowRequest: (_, decide) => {
          setTimeout(() => decide(null, true), waitMs);
          waitMs = 0;
        },
      },
    });
    return { page: await servePage(lab, { script: asksAgain(origin, path), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
