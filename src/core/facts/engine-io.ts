import { lastOf } from "../connection.js";
import { engineIoError } from "../protocols/engine-io-error.js";
import { brokenOf, define, engineIoOf, lastReceived, type Scene } from "./scene.js";

export const engineIoFacts = define({
  "engineIo.code": {
    unit: "count",
    means: "Engine.IO error code of the broken answer",
    of: (scene) => errorOf(scene)?.code,
  },
  "engineIo.message": {
    unit: "text",
    means: "message of the Engine.IO error",
    of: (scene) => errorOf(scene)?.message,
  },
  "engineIo.codeByLength": {
    unit: "flag",
    means: "the code was told by the answer's length, as the body was hidden",
    of: (scene) => errorOf(scene)?.byLength,
  },
  "engineIo.clientVersion": {
    unit: "text",
    means: "EIO of the client's requests",
    of: (scene) => engineIoOf(scene)?.clientVersion,
  },
  "engineIo.serverVersion": {
    unit: "text",
    means: "revision in which the server frames its packets",
    of: (scene) => engineIoOf(scene)?.serverVersion,
  },
  "engineIo.askedTransport": {
    unit: "text",
    means:
      "transport in the URL of the broken request; websocket over plain HTTP means that Upgrade was not sent or not forwarded",
    of: (scene) => (engineIoOf(scene) ? brokenOf(scene)?.address.query.get("transport") : undefined),
  },
  "engineIo.maxPayload": {
    unit: "bytes",
    means: "the largest payload that the server takes, as it told when the session was opened",
    of: (scene) => engineIoOf(scene)?.maxPayload,
    shownBy: ({ connection }) => lastOf(connection, "open")?.id,
  },
  "engineIo.overMaxPayload": {
    unit: "flag",
    means: "the broken request's body is larger than the server's maxPayload",
    of: (scene) => isOverMaxPayload(scene),
  },
  "engineIo.openAnswer": {
    unit: "text",
    means: "what a 200 to the first request was: open-packet, html, empty or other",
    of: (scene) => engineIoOf(scene)?.openAnswer,
  },
  "socketIo.connectError": {
    unit: "text",
    means: "message with which a namespace was refused",
    of: (scene) => engineIoOf(scene)?.connectError?.message,
    shownBy: connectErrorShownBy,
  },
  "socketIo.namespace": {
    unit: "text",
    means: "the namespace that was refused",
    of: (scene) => engineIoOf(scene)?.connectError?.namespace,
    shownBy: connectErrorShownBy,
  },
});

/** Over polling, the answer that carried it. */
function connectErrorShownBy(scene: Scene): string | undefined {
  return lastReceived(scene) ?? engineIoOf(scene)?.connectError?.shownBy.id;
}

function errorOf(scene: Scene) {
  const broken = brokenOf(scene);
  return engineIoOf(scene) && broken ? engineIoError(broken) : null;
}

function isOverMaxPayload(scene: Scene): boolean | undefined {
  const bytes = brokenOf(scene)?.requestBody?.bytes;
  const limit = engineIoOf(scene)?.maxPayload;
  return typeof bytes === "number" && typeof limit === "number" ? bytes > limit : undefined;
}
