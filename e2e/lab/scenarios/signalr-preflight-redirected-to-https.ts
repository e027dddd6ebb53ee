import { newPort } from "../ports.js";
import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "The preflight is answered 307: the server wants https",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["Redirect is not allowed for a preflight request"],
  cards: [{ cause: "cors-preflight-redirected", protocol: "signalr", phase: "preflight", status: 307 }],
  healthy: 0,
  async start(lab) {
    const httpsRedirection = await newPort();
    const describe = (page: string) => ({
      hub: lab.mount(),
      httpsRedirection,
      cors: { origins: [page], credentials: true },
    });
    return crossOrigin(lab, talk(), describe);
  },
} satisfies Scenario;
