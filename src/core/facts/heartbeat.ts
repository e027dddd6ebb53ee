import type { Connection } from "../connection.js";
import { define } from "./scene.js";

/** Pings and pongs, and who was the first to say nothing any more. */
export const heartbeatFacts = define({
  "ping.sentEveryMs": {
    unit: "ms",
    means: "time between the client's last two pings or pongs",
    of: ({ connection }) => connection.sent.beats.spacingMs,
    shownBy: ({ connection }) => connection.sent.last?.id,
  },
  "ping.receivedEveryMs": {
    unit: "ms",
    means: "time between the server's last two pings or pongs",
    of: ({ connection }) => connection.received.beats.spacingMs,
    shownBy: ({ connection }) => connection.received.last?.id,
  },
  "ping.receivedLongestMs": {
    unit: "ms",
    means: "the longest time between two pings or pongs of the server",
    of: ({ connection }) => connection.received.beats.longestMs,
    shownBy: ({ connection }) => connection.received.last?.id,
  },
  "silence.firstBy": {
    unit: "text",
    means: "who said the last word earlier, and so fell silent first: page or server",
    oneOf: ["page", "server"],
    of: ({ connection }) => firstSilent(connection),
    shownBy: ({ connection }) => connection.close?.id,
  },
});

/** Of a ping and its pong the asker's is the earlier word: it was its turn to ask again. */
function firstSilent({ sent, received }: Connection): "page" | "server" | undefined {
  if (!sent.last || !received.last) return undefined;
  const lead = received.last.at - sent.last.at;
  if (lead === 0) return undefined;
  return lead > 0 ? "page" : "server";
}
