import { bodyText, type Exchange, isHtml, isPending } from "../exchange.js";
import { answeredOf, answererId, answerHeader, brokenOf, define } from "./scene.js";

/** What came in place of the answer that the protocol expects. */
export const answerFacts = define({
  "answer.contentType": {
    unit: "text",
    means: "Content-Type of the broken answer",
    of: (scene) => answerHeader(scene, "content-type"),
    shownBy: answererId,
  },
  "answer.body": {
    unit: "text",
    means: "the first 2,000 characters of the broken answer",
    of: (scene) => bodyText(answeredOf(scene)?.responseBody ?? null)?.slice(0, 2000),
    shownBy: answererId,
  },
  "answer.isHtml": {
    unit: "flag",
    means: "an HTML page came where the protocol's answer belongs",
    of: (scene) => {
      const answered = answeredOf(scene);
      return answered && isHtml(answered);
    },
    shownBy: answererId,
  },
  "answer.server": {
    unit: "text",
    means: "Server header of the broken answer",
    of: (scene) => answerHeader(scene, "server"),
    shownBy: answererId,
  },
  "answer.challenge": {
    unit: "text",
    means: "WWW-Authenticate header of the broken answer",
    of: (scene) => answerHeader(scene, "www-authenticate"),
    shownBy: answererId,
  },
  "answer.retryAfter": {
    unit: "text",
    means: "Retry-After header of the broken answer",
    of: (scene) => answerHeader(scene, "retry-after"),
    shownBy: answererId,
  },
  "answer.byServiceWorker": {
    unit: "flag",
    means: "a service worker of the page gave the answer, not the network",
    of: (scene) => isOfServiceWorker(brokenOf(scene)) || undefined,
  },
});

/** What nobody has answered yet, the service worker may still pass on. */
function isOfServiceWorker(broken: Exchange | null): boolean {
  return broken?.answeredBy === "service-worker" && !isPending(broken);
}
