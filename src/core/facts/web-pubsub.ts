import { define, lastReceived, webPubSubOf } from "./scene.js";

export const webPubSubFacts = define({
  "webPubSub.subprotocol": {
    unit: "text",
    means: "the subprotocol that the client asked for",
    of: (scene) => webPubSubOf(scene)?.subprotocol,
  },
  "webPubSub.isRecovery": {
    unit: "flag",
    means: "the client tried to resume an earlier session",
    of: (scene) => webPubSubOf(scene)?.isRecovery,
  },
  "webPubSub.disconnected": {
    unit: "text",
    means: "message of the service's disconnected event",
    of: (scene) => webPubSubOf(scene)?.disconnected,
    shownBy: lastReceived,
  },
});
