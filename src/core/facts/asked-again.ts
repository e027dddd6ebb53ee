import { hadLiveId, hidesStatus, tellsOfHandshake } from "../ask-again.js";
import { bodyText } from "../exchange.js";
import { engineIoError } from "../protocols/engine-io-error.js";
import { askedOf, brokenOf, define, type Scene } from "./scene.js";

const atAnswer = (scene: Scene) => askedOf(scene)?.id;

/** What the server said when the user had it asked again, where another extension hides the handshake's status. */
export const askedAgainFacts = define({
  "handshake.statusHidden": {
    unit: "flag",
    means: "another extension hides with which status the handshake was refused",
    of: (scene) => {
      const broken = brokenOf(scene);
      return broken ? hidesStatus(broken) : undefined;
    },
  },
  "askedAgain.status": {
    unit: "count",
    means: "status of the answer to a plain GET of the same address, without the session's id",
    of: (scene) => askedOf(scene)?.status || undefined,
    shownBy: atAnswer,
  },
  "askedAgain.netError": {
    unit: "text",
    means: "the browser's word where that GET had no answer",
    of: (scene) => (askedOf(scene)?.status ? undefined : askedOf(scene)?.netError),
    shownBy: atAnswer,
  },
  "askedAgain.tells": {
    unit: "flag",
    means: "a WebSocket would be told the same: the answer hangs neither on Upgrade nor on an id",
    of: (scene) => {
      const asked = askedOf(scene);
      return asked?.status ? tellsOfHandshake(asked) : undefined;
    },
    shownBy: atAnswer,
  },
  "askedAgain.withoutId": {
    unit: "flag",
    means: "the handshake had a session's id, which was left out",
    of: (scene) => {
      const broken = brokenOf(scene);
      return askedOf(scene) && broken ? hadLiveId(broken) : undefined;
    },
    shownBy: atAnswer,
  },
  "askedAgain.body": {
    unit: "text",
    means: "the first 2,000 characters of that answer",
    of: (scene) => bodyText(askedOf(scene)?.responseBody ?? null)?.slice(0, 2000),
    shownBy: atAnswer,
  },
  "askedAgain.engineIoCode": {
    unit: "count",
    means: "Engine.IO error code of that answer",
    of: (scene) => {
      const asked = askedOf(scene);
      return asked ? engineIoError(asked)?.code : undefined;
    },
    shownBy: atAnswer,
  },
});
