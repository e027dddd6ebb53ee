import type { Scenario } from "../scenario.js";
import { talk, WEBSOCKETS } from "../signalr/scripts.js";
import { behindService } from "../signalr/service.js";

/** As a page does that waits for something of its own before it goes on, or stands at a breakpoint. */
const SLOW = `
const ask = fetch;
window.fetch = async (url, options) => {
  const answer = await ask(url, options);
  if (String(url).includes("/client/")) await new Promise((resolve) => setTimeout(resolve, 5_500));
  return answer;
};`;

export default {
  title: "The service answers the WebSocket with 404: the client came back more than five seconds after its negotiate",
  protocol: "signalr",
  needs: "dotnet",
  standIn: "The application's answer and the service behind it are the lab's own",
  rows: ["404 of the service, connect more than 5 s after negotiate"],
  cards: [{ cause: "negotiate-id-expired", protocol: "signalr", phase: "connect", status: 404 }],
  healthy: 0,
  further: "by name",
  start: (lab) => behindService(lab, SLOW + talk(WEBSOCKETS), {}),
} satisfies Scenario;
