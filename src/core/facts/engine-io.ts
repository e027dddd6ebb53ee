import { engineIoError } from "../protocols/engine-io.js";
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
  "engineIo.openAnswer": {
    unit: "text",
    means: "what a 200 to the first request was: open-packet, html, empty or other",
    of: (scene) => engineIoOf(scene)?.openAnswer,
  },
  "socketIo.connectError": {
    unit: "text",
    means: "message with which a namespace was refused",
    of: (scene) => engineIoOf(scene)?.connectError?.message,
    shownBy: lastReceived,
  },
  "socketIo.namespace": {
    unit: "text",
    means: "the namespace that was refused",
    of: (scene) => engineIoOf(scene)?.connectError?.namespace,
    shownBy: lastReceived,
  },
});

function errorOf(scene: Scene) {
  const broken = brokenOf(scene);
  return engineIoOf(scene) && broken ? engineIoError(broken) : null;
}
