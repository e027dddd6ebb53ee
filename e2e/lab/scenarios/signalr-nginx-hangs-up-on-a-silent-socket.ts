import { FORWARDS_UPGRADE } from "../nginx.js";
import type { Scenario } from "../scenario.js";
import { behindOneOrigin } from "../signalr/nginx-page.js";
import { connect, WEBSOCKETS } from "../signalr/scripts.js";

const STEPS = `
  const back = new Promise((resolve) => connection.onreconnected(resolve));
  await connection.start();
  await back;
  await connection.stop();`;

export default {
  title: "nginx ends a WebSocket on which nothing was said for a second",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  cards: [{ cause: "proxy-idle-timeout", protocol: "signalr", phase: "close" }],
  healthy: 1,
  further: true,
  start: (lab) =>
    behindOneOrigin(
      lab,
      connect(WEBSOCKETS, STEPS),
      { hub: lab.mount() },
      `${FORWARDS_UPGRADE} proxy_read_timeout 1s;`,
    ),
} satisfies Scenario;
