import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { serveSocketIo } from "../socket-io/server.js";

/** A client waits 20 s for an answer where nothing else is set; the page stays for longer than two clients begin beside each other. */
function asksAgain(origin: string, path: string): string {
  return `
const socket = io(${JSON.stringify(origin)}, { path: ${JSON.stringify(path)}, timeout: 2_000, reconnectionDelay: 100 });
socket.on("connect_error", (error) => say("The client reports: " + error.message));
socket.on("connect", () => {
  say("Connected");
  setTimeout(() => {
    socket.close();
    done("Closed");
  }, 5_000);
});`;
}

export default {
  title: "The first handshake gets no answer, the client gives it up, and the second is answered at once",
  protocol: "engine-io",
  needs: "node",
  rows: ["pending, then timeout: the server hangs, and only for this one"],
  cards: [{ cause: "server-not-answering", protocol: "engine-io", phase: "open" }],
  healthy: 1,
  further: "by name",
  async start(lab) {
    const path = lab.mount();
    let asked = 0;
    const { origin } = await serveSocketIo(lab, path, {
      options: {
        cors: { origin: "*" },
        allowRequest: (_, decide) => {
          asked += 1;
          if (asked > 1) decide(null, true);
        },
      },
    });
    return { page: await servePage(lab, { script: asksAgain(origin, path), scripts: ["socket.io"] }) };
  },
} satisfies Scenario;
