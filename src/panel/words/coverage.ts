import type { Unseen } from "../../core/unseen.js";
import { counted, thousands } from "./figures.js";

/** What the panel cannot see, what was dropped, what was not recognised. */
export const coverageWords = {
  coverage: "What this panel can’t see",
  coverageAll: "Sees everything it needs",
  coverageNothing: "No source reports a blind spot.",
  coverageUnknown: "What was not seen counts as unknown, never as “it did not happen”.",
  others: {
    title: "Not recognised",
    hint: "See what was not recognised, and say what it is",
    what: "Nothing in these requests says that they belong to one of the three protocols. If you know better, say so: what was recorded is looked at again, now and in later recordings. DevTools tells of a place’s plain requests only once it is marked.",
    none: "Everything that was recorded was recognised.",
    speaks: (url: string) => `What ${url} speaks`,
    unmarked: "not marked",
    close: "Close",
  },
  otherRequests: (count: number) =>
    count === 0 ? "No other requests." : count === 1 ? "1 other request" : `${thousands(count)} other requests`,
  missed: {
    title: "No longer in this recording",
    frames: (count: number) =>
      `${counted(count, "message")}: a limit was reached, and the oldest went first. Handshakes, failures and the first and last messages of each connection were kept.`,
    others: (count: number) =>
      `${counted(count, "request")} or other event: a limit was reached when all messages had gone.`,
    connections: (count: number) =>
      `${counted(count, "connection")}: there were too many, and the oldest that were well went first. They are still counted, and cards count those that failed.`,
    inPages: (count: number) => `Up to ${counted(count, "event")} that pages made faster than can be recorded.`,
  },
  notSeen: {
    frames: "WebSocket messages.",
    "open-frames": "Messages of a socket that is still open: they appear when it closes.",
    "close-codes": "Close codes and reasons, and which side closed.",
    statuses:
      "The status of a refused WebSocket handshake: background recording, or another extension that watches requests, hides it.",
    bodies: "Response bodies.",
    pending: "Requests that are still waiting for an answer.",
    "before-devtools":
      "What happened before DevTools was opened, but for the requests that were recorded in the background.",
    "page-blocks": "What the page itself blocked (CSP, mixed content) before a request was made.",
    "page-access":
      "The page from inside: that needs a reload of pages that were open before DevTools, and this extension’s access to the site.",
    workers:
      "Inside workers: close codes, and messages of sockets that are still open; of a SharedWorker nothing at all.",
  } satisfies Record<Unseen, string>,
};
