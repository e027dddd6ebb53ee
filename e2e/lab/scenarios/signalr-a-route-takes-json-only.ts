import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 415 by an endpoint of the application that wants JSON",
  protocol: "signalr",
  needs: "dotnet",
  cards: [{ cause: "wrong-endpoint", protocol: "signalr", phase: "negotiate", status: 415 }],
  healthy: 0,
  start(lab) {
    const asked = lab.mount();
    return sameOrigin(lab, talk(), { hub: lab.mount(), jsonRoute: `${asked}/{id}` }, { asked });
  },
} satisfies Scenario;
