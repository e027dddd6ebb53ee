import { newPort } from "../ports.js";
import type { Scenario } from "../scenario.js";
import { crossOrigin } from "../signalr/hub-page.js";
import { talk, WITHOUT_NEGOTIATE } from "../signalr/scripts.js";

export default {
  title: "The WebSocket without negotiate is answered 307: the server wants https",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["307 on a WebSocket without negotiate: UseHttpsRedirection"],
  shows: ["signalr/307-websocket"],
  cards: [{ cause: "https-redirection", protocol: "signalr", phase: "connect", status: 307 }],
  healthy: 0,
  async start(lab) {
    const httpsRedirection = await newPort();
    return crossOrigin(lab, talk(WITHOUT_NEGOTIATE), () => ({ hub: lab.mount(), httpsRedirection }));
  },
} satisfies Scenario;
