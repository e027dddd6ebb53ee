import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "The WebSocket without negotiate is answered 400 with a page: the application is not asked under this name",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "host-header-rejected", protocol: "signalr", phase: "connect", status: 400 }],
  healthy: 0,
  further: true,
  start: (lab) => crossOrigin(lab, talk(WITHOUT_NEGOTIATE), () => ({ hub: lab.mount(), allowedHosts: "shop.test" })),
} satisfies Scenario;
