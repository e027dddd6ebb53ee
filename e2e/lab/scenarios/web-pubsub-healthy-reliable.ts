import type { Scenario } from "../scenario.js";
import { STAND_IN } from "../web-pubsub/edge.js";
import { pageThatTalks } from "../web-pubsub/group-page.js";

export default {
  title: "A client of the reliable JSON subprotocol talks in a group",
  protocol: "web-pubsub",
  needs: "node",
  standIn: STAND_IN,
  cards: [],
  healthy: 1,
  start: (lab) => pageThatTalks(lab, "WebPubSubJsonReliableProtocol"),
} satisfies Scenario;
