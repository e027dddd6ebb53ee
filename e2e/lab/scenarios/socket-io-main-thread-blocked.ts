import type { Scenario } from "../scenario.js";
import { stay } from "../socket-io/scripts.js";
import { serveSocketIo } from "../socket-io/server.js";

export default {
  title: "A script of the page runs so long that the server hears no pong",
  protocol: "engine-io",
  needs: "node",
  rows: ["a 2 without its 3, closed at pingTimeout: the page's script ran too long"],
  cards: [{ cause: "client-main-thread-blocked", protocol: "engine-io", phase: "close" }],
  healthy: 0,
  firefox: {
    cards: [{ cause: "server-ping-missing", protocol: "engine-io", phase: "close", confidence: "likely" }],
    because:
      "the client's own timer closes the socket before the pings that waited are read, so that they are never seen",
  },
  async start(lab) {
    const path = lab.mount();
    const { origin } = await serveSocketIo(lab, path, {
      options: { pingInterval: 400, pingTimeout: 800 },
      page: {
        script: stay(
          "/",
          { path, transports: ["websocket"] },
          { onConnect: "setTimeout(() => { for (const end = Date.now() + 3000; Date.now() < end; ); }, 100)" },
        ),
        scripts: ["socket.io"],
      },
    });
    return { page: `${origin}/` };
  },
} satisfies Scenario;
