import { endedOnEvent } from "../protocols/web-pubsub.js";
import { percentDecode } from "../url.js";
import { brokenOf, define, lastReceived, type Scene, webPubSubOf } from "./scene.js";

export const webPubSubFacts = define({
  "webPubSub.subprotocol": {
    unit: "text",
    means: "the subprotocol that the client asked for",
    of: (scene) => webPubSubOf(scene)?.subprotocol,
  },
  "webPubSub.hubNameFits": {
    unit: "flag",
    means: "the hub's name in the URL keeps the service's rules",
    of: (scene) => hubNames(scene)?.every((name) => /^[A-Za-z][\w.,~`-]{0,127}$/.test(name)),
  },
  "webPubSub.hubNamed": {
    unit: "count",
    means: "how often the URL names the hub",
    of: (scene) => hubNames(scene)?.length,
  },
  "webPubSub.isRecovery": {
    unit: "flag",
    means: "the client tried to resume an earlier session",
    of: (scene) => webPubSubOf(scene)?.isRecovery,
  },
  "webPubSub.refused": {
    unit: "text",
    means: "the error's name with which the service refused what the client asked for",
    of: (scene) => webPubSubOf(scene)?.refused?.name,
    shownBy: (scene) => webPubSubOf(scene)?.refused?.shownBy,
  },
  "webPubSub.refusal": {
    unit: "text",
    means: "the service's words for that",
    of: (scene) => webPubSubOf(scene)?.refused?.message,
    shownBy: (scene) => webPubSubOf(scene)?.refused?.shownBy,
  },
  "webPubSub.notJson": {
    unit: "flag",
    means: "a message came that is no JSON, though a subprotocol of JSON was agreed on and no service had come forward",
    of: (scene) => (webPubSubOf(scene)?.notJson ? true : undefined),
    shownBy: (scene) => webPubSubOf(scene)?.notJson,
  },
  "webPubSub.mqttCode": {
    unit: "count",
    means: "the reason code with which an MQTT client was not let in",
    of: (scene) => webPubSubOf(scene)?.mqttRefusal?.code,
    shownBy: (scene) => webPubSubOf(scene)?.mqttRefusal?.shownBy,
  },
  "webPubSub.mqttReason": {
    unit: "text",
    means: "what that code means",
    of: (scene) => webPubSubOf(scene)?.mqttRefusal?.name,
    shownBy: (scene) => webPubSubOf(scene)?.mqttRefusal?.shownBy,
  },
  "webPubSub.endedOnEvent": {
    unit: "flag",
    means: "the service closed right after an event of the client, without an answer or a reason",
    of: (scene) => (webPubSubOf(scene) ? endedOnEvent(scene.connection) : null),
    shownBy: ({ connection }) => connection.sent.last?.id,
  },
  "webPubSub.unacknowledged": {
    unit: "count",
    means: "numbered messages of the service that the reliable client has not said to have",
    of: (scene) => unacknowledged(scene),
    shownBy: lastReceived,
  },
  "webPubSub.disconnected": {
    unit: "text",
    means: "message of the service's disconnected event",
    of: (scene) => webPubSubOf(scene)?.disconnected,
    shownBy: lastReceived,
  },
});

function unacknowledged(scene: Scene): number | undefined {
  const session = webPubSubOf(scene);
  if (session?.sequenceId === null || session === null) return undefined;
  return session.sequenceId - (session.acknowledgedId ?? 0);
}

/** Its path names it, or its query does; https://learn.microsoft.com/azure/azure-web-pubsub/concept-client-protocols */
function hubNames(scene: Scene): string[] | undefined {
  const broken = webPubSubOf(scene) ? brokenOf(scene) : null;
  if (!broken) return undefined;
  const inPath = /\/hubs\/([^/]+)/.exec(broken.address.path)?.[1];
  const inQuery = [...broken.url.matchAll(/[?&]hub=([^&#]*)/g)].map(([, name = ""]) => name);
  const names = [...(inPath ? [inPath] : []), ...inQuery];
  return names.length > 0 ? names.map(percentDecode) : undefined;
}
