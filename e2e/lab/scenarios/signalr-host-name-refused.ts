import type { Scenario } from "../scenario.js";
import { behindOneOrigin } from "../signalr/nginx-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 400 with a page: nginx asks the application under another name than it serves",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["400 HTML, Bad Request - Invalid Hostname: AllowedHosts, nginx passes on no Host"],
  cards: [
    { cause: "host-header-rejected", protocol: "signalr", phase: "negotiate", status: 400, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  start: (lab) => behindOneOrigin(lab, talk(), { hub: lab.mount(), allowedHosts: "shop.test" }),
} satisfies Scenario;
