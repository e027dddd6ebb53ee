import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";

const SCRIPT = `
const build = () => new signalR.HubConnectionBuilder().withUrl(hub).build();
const [first, second] = [build(), build()];
await first.start();
say("echo " + await first.invoke("Echo", "one"));
await second.start().catch((error) => say(String(error)));
await first.stop();
done();`;

export default {
  title: "A second connection is answered 503 while the first one is on",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["negotiate 503: UseRateLimiter with its default status"],
  cards: [{ cause: "rate-limited", protocol: "signalr", phase: "negotiate", status: 503 }],
  healthy: 1,
  further: true,
  start: (lab) => sameOrigin(lab, SCRIPT, { hub: lab.mount(), rateLimit: { permits: 1, inAll: false } }),
} satisfies Scenario;
