import { lastOf } from "../connection.js";
import { bodyText, type Exchange } from "../exchange.js";
import { fellSilent, isSocketIoPath, pingsOverdue, secondSocketOf, TIMERS_ARE_EARLY } from "../protocols/engine-io.js";
import { engineIoError } from "../protocols/engine-io-error.js";
import { doPollsOverlap } from "../protocols/engine-io-packets.js";
import { patienceMs } from "../protocols/engine-io-session.js";
import { lastedMs } from "./page.js";
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
  "engineIo.askedBare": {
    unit: "flag",
    means: "a WebSocket to Engine.IO's path, asked without EIO and without a transport",
    of: (scene) => (engineIoOf(scene) ? wasAskedBare(brokenOf(scene)) : undefined),
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
  "engineIo.pingIntervalMs": {
    unit: "ms",
    means: "how often the server pings, as it told when the session was opened",
    of: (scene) => engineIoOf(scene)?.pingIntervalMs,
    shownBy: ({ connection }) => lastOf(connection, "open")?.id,
  },
  "engineIo.patienceMs": {
    unit: "ms",
    means: "pingInterval and pingTimeout together: how long a client waits for a sign of the server",
    of: (scene) => patienceOf(scene),
    shownBy: ({ connection }) => lastOf(connection, "open")?.id,
  },
  "engineIo.serverFellSilent": {
    unit: "flag",
    means: "the client closed as it had heard nothing for pingInterval and pingTimeout",
    of: (scene) => ofClosed(scene, fellSilent),
    shownBy: ({ connection }) => connection.close?.id,
  },
  "engineIo.pingsOverdue": {
    unit: "flag",
    means: "nothing had come from the server for pingInterval and pingTimeout when the page or the server closed",
    of: (scene) => ofClosed(scene, pingsOverdue),
    shownBy: ({ connection }) => connection.close?.id,
  },
  "engineIo.pongMissed": {
    unit: "flag",
    means: "the server closed as its last ping had no pong for pingTimeout",
    of: (scene) => missedPong(scene),
    shownBy: lastReceived,
  },
  "engineIo.pingsHeldUp": {
    unit: "flag",
    means:
      "the last ping reached the page later after the one before, or after the opening, than pingInterval and pingTimeout",
    of: (scene) => engineIoOf(scene)?.pingsHeldUp,
    shownBy: lastReceived,
  },
  "engineIo.busyPastPing": {
    unit: "flag",
    means: "one script of the page ran for longer than pingTimeout just before the end",
    of: (scene) => wasBusyPastPing(scene),
    shownBy: ({ connection }) => connection.close?.id,
  },
  "engineIo.foreignPacketBy": {
    unit: "text",
    means: "client or server: who first sent over the WebSocket what is no Engine.IO packet",
    of: (scene) => foreignOf(scene) && (foreignOf(scene)?.direction === "sent" ? "client" : "server"),
    shownBy: (scene) => foreignOf(scene)?.id,
  },
  "engineIo.pollsOverlap": {
    unit: "flag",
    means: "two polls of this one session were under way at once",
    of: (scene) => overlap(scene),
  },
  "engineIo.secondSocket": {
    unit: "flag",
    means: "the broken WebSocket asked for a session that lives on another one",
    of: (scene) => isSecondSocket(scene),
  },
  "socketIo.joinAsked": {
    unit: "flag",
    means: "the client asked to join a namespace",
    of: (scene) => engineIoOf(scene)?.joinAsked,
  },
  "socketIo.joined": {
    unit: "flag",
    means: "the server let the client into a namespace",
    of: (scene) => engineIoOf(scene)?.namespaceConnected,
  },
  "socketIo.joinedAsVersion2": {
    unit: "flag",
    means: "the server let the client in without an id of the namespace's own, as version 2 does",
    of: (scene) => engineIoOf(scene)?.joinedBare,
  },
  "socketIo.beganBinary": {
    unit: "flag",
    means: "the client's first message was binary, as none of the default parser's is",
    of: (scene) => engineIoOf(scene)?.beganBinary,
  },
  "socketIo.expelled": {
    unit: "flag",
    means: "the server took the client out of its namespace (packet 41), and the client had not asked for it",
    of: (scene) => wasExpelled(scene),
    shownBy: lastReceived,
  },
  "socketIo.recovered": {
    unit: "flag",
    means: "the client came back with its old session, and the server gave it that one",
    of: (scene) => engineIoOf(scene)?.recovery?.granted,
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

function wasAskedBare(broken: Exchange | null): boolean | undefined {
  if (broken?.channel !== "websocket" || !isSocketIoPath(broken.address.path)) return undefined;
  return !broken.address.query.has("EIO") && !broken.address.query.has("transport");
}

function overlap(scene: Scene): boolean | undefined {
  const session = engineIoOf(scene);
  return session ? doPollsOverlap(session) : undefined;
}

function isSecondSocket(scene: Scene): boolean | undefined {
  const session = engineIoOf(scene);
  const second = session && secondSocketOf(scene.connection, session);
  return second ? brokenOf(scene) === second : undefined;
}

function patienceOf(scene: Scene): number | null {
  const session = engineIoOf(scene);
  return session && patienceMs(session);
}

function ofClosed(scene: Scene, holds: typeof fellSilent): boolean | undefined {
  const session = engineIoOf(scene);
  return session && scene.connection.close ? holds(scene.connection, session) : undefined;
}

/** Revision 4: the server's 2 is answered by the page's 3. */
function missedPong({ connection }: Scene): boolean | undefined {
  const { close, received, sent, session } = connection;
  if (session.protocol !== "engine-io" || session.serverVersion === "3" || !close || !received.last) return undefined;
  const { pingTimeoutMs, lastPingAt } = session;
  if (pingTimeoutMs === null || lastPingAt === null || bodyText(received.last.payload) !== "2") return undefined;
  return (
    close.by === "server" &&
    (sent.last?.at ?? 0) < lastPingAt &&
    close.at - lastPingAt >= pingTimeoutMs * TIMERS_ARE_EARLY
  );
}

function wasBusyPastPing(scene: Scene): boolean | undefined {
  const timeout = engineIoOf(scene)?.pingTimeoutMs;
  const busy = lastedMs(scene, "busy");
  return typeof timeout !== "number" || busy === undefined ? undefined : busy >= timeout;
}

function wasExpelled(scene: Scene): boolean | undefined {
  const session = engineIoOf(scene);
  return session ? session.endedBy === "server" && session.namespaceConnected : undefined;
}

function foreignOf(scene: Scene) {
  return engineIoOf(scene)?.foreign;
}

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
