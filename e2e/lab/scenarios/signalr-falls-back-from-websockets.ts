import type { Scenario } from "../scenario.js";
import { behindProxy } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "WebSockets fail behind the proxy, and the client falls back",
  protocol: "signalr",
  needs: "dotnet",
  rows: [
    "WebSocket with id answered 200, length 0: the Upgrade header was stripped",
    "Failed to connect via WebSockets, using the Long Polling fallback transport",
  ],
  cards: [{ cause: "proxy-drops-upgrade", protocol: "signalr", phase: "connect", status: 200 }],
  healthy: 0,
  start(lab) {
    const hub = lab.mount();
    const describe = (page: string) => ({ hub, cors: { origins: [page], credentials: true } });
    return behindProxy(lab, talk(), describe, { instances: 1, dropsUpgrade: true });
  },
} satisfies Scenario;
