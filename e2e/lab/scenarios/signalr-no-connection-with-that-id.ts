import type { Scenario } from "../scenario.js";
import { behindProxy } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

/** Not long polling: its preflights and polls would take turns by chance. */
const TRANSPORTS = "{ transport: signalR.HttpTransportType.WebSockets | signalR.HttpTransportType.ServerSentEvents }";

export default {
  title: "Both transports are answered 404: the other instance made the connection id",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["404 No Connection with that ID at once: another server answered"],
  shows: ["signalr/404-other-server"],
  cards: [{ cause: "no-sticky-sessions", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 0,
  start(lab) {
    const hub = lab.mount();
    const describe = (page: string) => ({ hub, cors: { origins: [page], credentials: true } });
    return behindProxy(lab, talk(TRANSPORTS), describe, { instances: 2 });
  },
} satisfies Scenario;
