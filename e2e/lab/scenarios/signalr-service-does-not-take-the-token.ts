import type { Scenario } from "../scenario.js";
import { talk } from "../signalr/scripts.js";
import { behindService } from "../signalr/service.js";

export default {
  title: "The service that the client is sent on to answers 401: its name and the token's audience differ",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "The application's answer and the service behind it are the lab's own",
  rows: ["401 of the service, The audience is invalid: aud is not the URL that was asked"],
  cards: [{ cause: "token-invalid", protocol: "signalr", phase: "negotiate", status: 401, confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) =>
    behindService(lab, talk(), {
      refusal: {
        status: 401,
        headers: { "www-authenticate": 'Bearer error="invalid_token", error_description="The audience is invalid"' },
        body: "",
      },
    }),
} satisfies Scenario;
