import type { Stream } from "../messages/decoded.js";
import { counted, length, thousands } from "./figures.js";

/** One connection’s messages. */
export const messagesWords = {
  messages: {
    count: (shown: number, all: number, isReading: boolean) =>
      `${shown === all ? thousands(all) : `${thousands(shown)} of ${thousands(all)}`}${isReading ? "…" : ""}`,
    search: "Search in messages",
    searched: (share: number) => `${Math.floor(share * 100)} % searched…`,
    notSearched: (why: string) => `Not everything was searched: ${why}. Close the connection and open it again.`,
    direction: "Direction",
    both: "sent and received",
    kind: "Kind",
    anyKind: "all kinds",
    subject: "Target, event, group or topic",
    anySubject: "all targets",
    pings: (count: number) => `show ${counted(count, "ping")}`,
    noneMatch: "No message matches.",
    after: (took: string) => `after ${took}`,
    stream: ({ items, endedAfterMs, error }: Stream) =>
      `${counted(items, "item")}, ${endedAfterMs === null ? "not complete" : error === null ? `complete after ${length(endedAfterMs)}` : `broken off after ${length(endedAfterMs)}: ${error}`}`,
    fold: "Fold them away",
    unfold: "Show them in the list",
    bytes: (count: number) => `${counted(count, "byte")}`,
    view: { tree: "Tree", raw: "Raw", hex: "Hex" },
    copied: { tree: "the data", raw: "the message", hex: "the bytes" },
    undecoded: "not decoded",
    notDecoded: (why: string) => `It could not be decoded, and is shown as it came: ${why}`,
    noData: "It carries no data.",
    more: (count: number) => `and ${thousands(count)} more`,
  },
};
