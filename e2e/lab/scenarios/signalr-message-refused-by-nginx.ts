import type { Scenario } from "../scenario.js";
import { behindOneOrigin } from "../signalr/nginx-page.js";
import { connect, LONG_POLLING } from "../signalr/scripts.js";

const STEPS = `
  await connection.start();
  say("echo " + await connection.invoke("Echo", "short"));
  await connection.send("Tell", "x".repeat(1_200_000));`;

export default {
  title: "A message over long polling is answered 413: nginx takes no more than a megabyte",
  protocol: "signalr",
  needs: ["dotnet", "nginx"],
  rows: ["POST 413 with nginx's page: client_max_body_size"],
  cards: [
    { cause: "proxy-body-size-limit", protocol: "signalr", phase: "message", status: 413, confidence: "confirmed" },
  ],
  healthy: 0,
  further: true,
  start(lab) {
    const hub = lab.mount();
    const describe = () => ({ hub, limits: { messageBytes: 4_000_000 } });
    return behindOneOrigin(lab, connect(LONG_POLLING, STEPS), describe());
  },
} satisfies Scenario;
