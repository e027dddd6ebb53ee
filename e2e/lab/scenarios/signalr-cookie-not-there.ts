import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { talk } from "../signalr/scripts.js";

export default {
  title: "Negotiate is answered 401 with the address of the sign-in page: nobody is signed in",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["401 with Location of the login page: cookie authentication, nobody signed in (.NET 10)"],
  cards: [{ cause: "auth-credentials-not-sent", protocol: "signalr", phase: "negotiate", status: 401 }],
  healthy: 0,
  further: true,
  start: (lab) => sameOrigin(lab, talk(), { hub: lab.mount(), cookies: { redirects: false } }),
} satisfies Scenario;
