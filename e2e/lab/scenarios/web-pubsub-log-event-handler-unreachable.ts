import { freeOrigin } from "../lab.js";
import type { Scenario } from "../scenario.js";
import { STAND_IN, serveEdge } from "../web-pubsub/edge.js";

export default {
  title: "Nothing listens at the event handler's address",
  protocol: "web-pubsub",
  needs: "node",
  rows: ["AbuseProtectionResponseFailed: DNS, tunnel gone, nothing listens"],
  standIn: STAND_IN,
  logCards: [{ cause: "abuse-protection-unreachable", protocol: "web-pubsub" }],
  async log(lab) {
    const url = `${await freeOrigin()}${lab.mount()}`;
    const edge = await serveEdge(lab, { eventHandler: { url, systemEvents: ["connect"] } });
    await edge.validate();
    return edge.log.storage();
  },
} satisfies Scenario;
