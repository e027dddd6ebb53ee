import { type Connection, exchangesOf, lastOf } from "../connection.js";
import { cameBack, endedByLeaving, wasLeftUnused } from "../endings.js";
import { type Exchange, isAborted, isTakenBack } from "../exchange.js";
import type { RetriedAck } from "../protocols/web-pubsub-session.js";
import { define } from "./scene.js";
import { hadOpened } from "./session.js";

/** A poll that is answered sooner had something to answer, or was the first. */
const WAITED_MS = 1000;

/** Close codes that say that all was meant so; RFC 6455, 7.4.1. */
const NORMAL = [1000, 1001];

/** What a network panel shows in red, or as a failure, at a connection that is well; each with what shows it. */
const INCIDENTS = {
  "poll-timed-out": ({ parts }: Connection) =>
    [parts.poll?.first, parts.poll?.last].find((poll) => poll && isEmptyAfterWaiting(poll))?.id,
  "poll-aborted": ({ parts }: Connection) =>
    [parts.poll?.first, parts.poll?.last].find((poll) => poll && (isAborted(poll) || poll.netError === ""))?.id,
  "stop-refused": ({ parts }: Connection) => (parts.stop?.last.status === 404 ? parts.stop.last.id : undefined),
  "given-up-before-open": (connection: Connection) => {
    if (hadOpened(connection) || connection.leftAt !== null) return undefined;
    const exchanges = exchangesOf(connection);
    const taken =
      exchanges.find(isTakenBack)?.id ?? (connection.close?.by === "page" ? connection.close.id : undefined);
    return taken ?? (wasLeftUnused(connection) ? exchanges.at(-1)?.id : undefined);
  },
  "page-left": (connection: Connection) => {
    const last = lastOf(connection, "upgrade") ?? lastOf(connection, "connect") ?? exchangesOf(connection).at(-1);
    return last && endedByLeaving(connection, last) ? last.id : undefined;
  },
  "closed-normally": ({ close }: Connection) =>
    close && NORMAL.includes(close.code ?? 0) && !["server", "browser"].includes(close.by) ? close.id : undefined,
  "server-closed-normally": ({ close }: Connection) =>
    close && NORMAL.includes(close.code ?? 0) && close.by === "server" ? close.id : undefined,
  "asked-again": (connection: Connection) =>
    cameBack(connection) ? (connection.close?.id ?? connection.id) : undefined,
  "acknowledged-as-duplicate": (connection: Connection) => retriedIn(connection, "Duplicate"),
  "acknowledged-as-transient": (connection: Connection) => retriedIn(connection, "InternalServerError"),
  "upgrade-failed": ({ parts, session }: Connection) =>
    session.protocol === "engine-io" && session.openAnswer === "open-packet" && !session.movedTo
      ? parts.upgrade?.failed?.id
      : undefined,
} satisfies Record<string, (connection: Connection) => string | undefined>;

/** What happened that looks like an error, whether or not it is one. */
export const incidentFacts = define({
  "connection.incidents": {
    unit: "set",
    means: "what happened on the way that looks like an error in a network panel",
    oneOf: Object.keys(INCIDENTS),
    of: ({ connection }) => incidentsOf(connection).map(([name]) => name),
    eachShownBy: ({ connection }) => incidentsOf(connection).map(([, id]) => id),
  },
});

function incidentsOf(connection: Connection): [name: string, id: string][] {
  return Object.entries(INCIDENTS).flatMap(([name, find]) => {
    const id = find(connection);
    return id === undefined ? [] : [[name, id]];
  });
}

function retriedIn({ session }: Connection, name: RetriedAck): string | undefined {
  return session.protocol === "web-pubsub" ? session.retried[name] : undefined;
}

function isEmptyAfterWaiting({ status, responseBody, startedAt, endedAt }: Exchange): boolean {
  if (status !== 200 || !responseBody || endedAt === null || endedAt - startedAt < WAITED_MS) return false;
  return responseBody.text === "" || responseBody.bytes === 0;
}
