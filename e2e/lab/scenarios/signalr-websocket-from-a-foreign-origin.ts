import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk, WEBSOCKETS } from "../signalr/scripts.js";

export default {
  title: "Negotiate is fine on another origin, and only the WebSocket is answered 403",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["403 on the WebSocket alone: WebSocketOptions.AllowedOrigins"],
  cards: [{ cause: "websocket-origin-rejected", protocol: "signalr", phase: "connect", status: 403 }],
  healthy: 0,
  further: true,
  start: (lab) =>
    crossOrigin(lab, talk(WEBSOCKETS), (page) => ({
      hub: lab.mount(),
      cors: { origins: [page], credentials: true },
      webSocketOrigins: ["https://shop.test"],
    })),
} satisfies Scenario;
