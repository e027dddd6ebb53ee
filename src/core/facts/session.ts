import { type Connection, lastOf } from "../connection.js";
import { isSuccess } from "../exchange.js";
import type { FrameEvent } from "../traffic.js";
import { brokenOf, define, type Scene } from "./scene.js";

/** How the session went, before and around the trouble. */
export const sessionFacts = define({
  "session.opened": {
    unit: "flag",
    means: "the protocol's own handshake was over before the trouble",
    of: ({ connection }) => hadOpened(connection),
  },
  "session.lastedMs": {
    unit: "ms",
    means: "from the first request to the last sign of life",
    of: ({ connection }) => connection.lastAt - connection.startedAt,
  },
  "session.requestsServed": {
    unit: "count",
    means: "requests with this session's own id that the server answered well, over polling",
    of: ({ connection }) => requestsServed(connection),
    shownBy: ({ connection }) => connection.parts.poll?.first.id,
  },
  "messages.sent": { unit: "count", means: "messages of the client", of: ({ connection }) => connection.sent.count },
  "messages.received": {
    unit: "count",
    means: "messages of the server",
    of: ({ connection }) => connection.received.count,
  },
  "messages.largestSentBytes": {
    unit: "bytes",
    means: "the largest message of the client",
    of: ({ connection }) => connection.sent.largestBytes,
    shownBy: ({ connection }) => connection.sent.last?.id,
  },
  "messages.lastSentBytes": {
    unit: "bytes",
    means: "the client's last message",
    of: ({ connection }) => connection.sent.last?.payload.bytes,
    shownBy: ({ connection }) => connection.sent.last?.id,
  },
  "messages.lastReceivedBytes": {
    unit: "bytes",
    means: "the server's last message",
    of: ({ connection }) => connection.received.last?.payload.bytes,
    shownBy: ({ connection }) => connection.received.last?.id,
  },
  "idle.beforeEndMs": {
    unit: "ms",
    means: "how long neither side had said anything when the connection ended",
    of: ({ connection }) => idleBeforeEnd(connection),
    shownBy: ({ connection }) => connection.close?.id,
  },
  "neighbours.cutAlike": {
    unit: "count",
    means: "other connections to this endpoint that ended after a silence as long",
    of: ({ neighbours }) => neighbours.cutAlike,
  },
  "neighbours.hostStreams": {
    unit: "count",
    means:
      "other connections to this host that were open over polling or server-sent events, each holding an HTTP request",
    of: ({ neighbours }) => neighbours.hostStreams,
  },
  "neighbours.turns": {
    unit: "count",
    means: "how often success and failure took turns among the latest attempts at this endpoint",
    of: ({ neighbours }) => neighbours.turns,
  },
  "neighbours.sentOn": {
    unit: "flag",
    means: "the negotiate answer of this endpoint sent a client on to another server, as those of a service do",
    of: ({ neighbours }) => neighbours.sentOn,
  },
  "neighbours.refusedWith": {
    unit: "count",
    means: "Engine.IO's code that another connection to this endpoint was refused with",
    of: ({ neighbours }) => neighbours.refusedWith,
  },
  "neighbours.hostOpened": {
    unit: "count",
    means: "other endpoints of this host at which a connection opened; 3 stands for three or more",
    of: ({ neighbours }) => neighbours.hostOpened,
  },
  "neighbours.hostOpenedByWebSocket": {
    unit: "flag",
    means: "at another endpoint of this host a connection opened over WebSocket",
    of: ({ neighbours }) => neighbours.hostOpenedByWebSocket,
  },
  "idle.sentMs": {
    unit: "ms",
    means: "from the client's last message to the last sign of life",
    of: ({ connection }) => idleSince(connection, connection.sent.last),
    shownBy: ({ connection }) => connection.sent.last?.id,
  },
  "idle.receivedMs": {
    unit: "ms",
    means: "from the server's last message to the last sign of life",
    of: ({ connection }) => idleSince(connection, connection.received.last),
    shownBy: ({ connection }) => connection.received.last?.id,
  },
  "close.code": {
    unit: "count",
    means: "code of the CloseEvent",
    of: ({ connection }) => connection.close?.code,
    shownBy: ({ connection }) => connection.close?.id,
  },
  "close.reason": {
    unit: "text",
    means: "reason of the CloseEvent",
    of: ({ connection }) => connection.close?.reason,
    shownBy: ({ connection }) => connection.close?.id,
  },
  "close.by": {
    unit: "text",
    means: "who closed first: page, server, browser (which takes sockets down as a page is left) or unknown",
    of: ({ connection }) => connection.close?.by,
    shownBy: ({ connection }) => connection.close?.id,
  },
  "neighbours.opened": {
    unit: "count",
    means: "other connections to this endpoint that opened; 2 stands for two or more",
    of: ({ neighbours }) => neighbours.opened,
  },
  "neighbours.openedByWebSocket": {
    unit: "flag",
    means: "another connection to this endpoint opened over WebSocket",
    of: ({ neighbours }) => neighbours.openedByWebSocket,
  },
  "neighbours.openedWithoutWebSocket": {
    unit: "flag",
    means: "another connection to this endpoint opened over polling or server-sent events",
    of: ({ neighbours }) => neighbours.openedWithoutWebSocket,
  },
  "polling.works": {
    unit: "flag",
    means: "this very session goes on over polling",
    of: (scene) => pollingWorks(scene),
    shownBy: ({ connection }) => lastOf(connection, "open")?.id,
  },
});

/** A session that broke had at most its first failure and its last request that were not served. */
function requestsServed({ parts: { poll, send } }: Connection): number {
  return [poll, send].reduce((sum, part) => {
    if (!part) return sum;
    const unserved = new Set([part.failed, part.last].filter((each) => each && !isSuccess(each)));
    return sum + part.count - unserved.size;
  }, 0);
}

export function hadOpened({ session }: Connection): boolean {
  if (session.protocol === "signalr") return session.handshake === "accepted";
  return session.protocol === "engine-io" ? session.openAnswer === "open-packet" : session.connected;
}

/** Of a socket that ended without a close frame: whoever cuts a silent line sends none. */
export function idleBeforeEnd({ close, sent, received }: Connection): number | undefined {
  const lastAt = Math.max(sent.last?.at ?? 0, received.last?.at ?? 0);
  return close && lastAt > 0 && close.by !== "page" && close.code === 1006 ? close.at - lastAt : undefined;
}

function idleSince(connection: Connection, message: FrameEvent | null): number | undefined {
  return message ? connection.lastAt - message.at : undefined;
}

function pollingWorks(scene: Scene): boolean | undefined {
  const { session, parts } = scene.connection;
  if (session.protocol !== "engine-io" || brokenOf(scene)?.channel !== "websocket") return undefined;
  return session.openAnswer === "open-packet" && !parts.poll?.failed && !parts.send?.failed;
}
