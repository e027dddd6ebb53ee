import { type Connection, lastOf } from "../connection.js";
import { header } from "../exchange.js";
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
    means: "who closed first: page, server or unknown",
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
  "neighbours.endedAfterSameSilence": {
    unit: "count",
    means:
      "other connections to this endpoint that ended after the same time without a message; 2 stands for two or more",
    of: ({ neighbours }) => neighbours.endedAfterSameSilence,
  },
  "idle.ms": {
    unit: "ms",
    means: "how long neither side had sent a message when the socket ended",
    of: ({ connection }) => silenceBeforeEnd(connection),
    shownBy: ({ connection }) => connection.close?.id,
  },
  "cookie.notReturned": {
    unit: "text",
    means:
      "name of a cookie that the answer opening the session set, and that a later request of the session did not bring",
    of: (scene) => cookieNotReturned(scene),
  },
  "polling.works": {
    unit: "flag",
    means: "this very session goes on over polling",
    of: (scene) => pollingWorks(scene),
    shownBy: ({ connection }) => lastOf(connection, "open")?.id,
  },
});

export function hadOpened({ session }: Connection): boolean {
  if (session.protocol === "signalr") return session.handshake === "accepted";
  return session.protocol === "engine-io" ? session.openAnswer === "open-packet" : session.connected;
}

function idleSince(connection: Connection, message: FrameEvent | null): number | undefined {
  return message ? connection.lastAt - message.at : undefined;
}

/** Without a message from either side in the meantime nothing was idle: the handshake itself is none. */
export function silenceBeforeEnd({ sent, received, close }: Connection): number | undefined {
  const last = Math.max(sent.last?.at ?? 0, received.last?.at ?? 0);
  return close && last > 0 ? close.at - last : undefined;
}

function cookieNotReturned(scene: Scene): string | undefined {
  const broken = brokenOf(scene);
  const opened = scene.connection.parts.open?.last;
  const name = /^\s*([^=;\s]+)=/.exec(header(opened?.responseHeaders ?? null, "set-cookie") ?? "")?.[1];
  if (!name || !broken?.requestHeaders || broken === opened || broken.channel !== "http") return undefined;
  const sent = header(broken.requestHeaders, "cookie") ?? "";
  return new RegExp(`(^|[;\\s])${escaped(name)}=`).test(sent) ? undefined : name;
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function pollingWorks(scene: Scene): boolean | undefined {
  const { session, parts } = scene.connection;
  if (session.protocol !== "engine-io" || brokenOf(scene)?.channel !== "websocket") return undefined;
  return session.openAnswer === "open-packet" && !parts.poll?.failed && !parts.send?.failed;
}
