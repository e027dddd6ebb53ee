import type { Scenario } from "../scenario.js";
import { sameOrigin } from "../signalr/hub-page.js";
import { MESSAGE_PACK, talk } from "../signalr/scripts.js";

export default {
  title: "The client speaks MessagePack, and the server knows JSON only",
  protocol: "signalr",
  needs: "dotnet",
  rows: ["The protocol 'messagepack' is not supported: AddMessagePackProtocol is missing"],
  cards: [{ cause: "hub-protocol-mismatch", protocol: "signalr", phase: "handshake", confidence: "confirmed" }],
  healthy: 0,
  further: true,
  start: (lab) =>
    sameOrigin(lab, talk("{}", MESSAGE_PACK), { hub: lab.mount() }, { scripts: ["signalr", "signalr-messagepack"] }),
} satisfies Scenario;
