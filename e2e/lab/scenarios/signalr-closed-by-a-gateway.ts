import { startHub } from "../dotnet.js";
import { serveGateway } from "../gateway.js";
import { servePage } from "../page.js";
import type { Scenario } from "../scenario.js";
import { WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "A gateway before the hub closes the socket with 1001 and a reason",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["close 1001: not sent by the server, but by a gateway"],
  cards: [{ cause: "server-shutting-down", protocol: "signalr", phase: "close" }],
  healthy: 0,
  async start(lab) {
    const hub = lab.mount();
    const [origins] = await startHub(lab, [{ hub }]);
    if (!origins) throw new Error("The SignalR server named no port");
    const gateway = await serveGateway(lab, origins.http, { afterMs: 400, code: 1001, reason: "Gateway is replaced" });
    const script = `
const connection = new signalR.HubConnectionBuilder()
  .withUrl(${JSON.stringify(gateway + hub)}, ${WITHOUT_NEGOTIATE}).build();
connection.onclose((error) => done("Closed: " + error));
await connection.start().then(() => say("Connected"), (error) => done(String(error)));`;
    return { page: await servePage(lab, { script, scripts: ["signalr"] }) };
  },
} satisfies Scenario;
