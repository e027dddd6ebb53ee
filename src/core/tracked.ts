import { type Carrying, carry, putDown } from "./carried.js";
import { type Connection, countMessage, countRequest, whole } from "./connection.js";
import { type Exchange, isAnswered } from "./exchange.js";
import type { Announcement, Recognition } from "./protocols/protocol.js";
import { isNew, type Reading, readingOf } from "./reading.js";
import { protocolOf } from "./recognition.js";
import type { CloseEvent, FrameEvent } from "./traffic.js";

/** What is known of one exchange: whose it is, and which of its sides have been read. */
export interface Tracked extends Carrying {
  owner: { connection: Connection; part: Recognition } | null;
  request: Reading;
  response: Reading;
  /** Messages that came before it was known whose they are. */
  early: FrameEvent[];
}

export function newTracked(exchange: Exchange, early: FrameEvent[]): Tracked {
  return {
    exchange,
    owner: null,
    request: "unread",
    response: "unread",
    early,
    carried: { sent: 0, received: 0 },
  };
}

/** What an answer told when it was read. */
interface Heard extends Announcement {
  /** Nothing of it had been read before. */
  isFirst: boolean;
}

/** Reads into its connection what is new of a request and its answer. Null where there is no answer that is new. */
export function readNews(entry: Tracked): Heard | null {
  const { exchange, part, connection } = owned(entry);
  const protocol = protocolOf(connection);
  connection.page ??= exchange.page;
  countRequest(connection, part.role, exchange, entry.request === "unread");
  if (isNew(entry.request, exchange.requestBody)) {
    entry.request = readingOf(exchange.requestBody);
    carry(entry, connection, "sent");
    protocol.readRequest(connection, exchange, part.role);
  }
  if (!isAnswered(exchange) || !isNew(entry.response, exchange.responseBody)) return null;
  const isFirst = entry.response === "unread";
  entry.response = readingOf(exchange.responseBody);
  carry(entry, connection, "received");
  return { isFirst, ...protocol.readResponse(connection, exchange, part.role) };
}

export function readFrame(entry: Tracked, frame: FrameEvent): void {
  const { exchange, connection } = owned(entry);
  putDown(entry, connection);
  countMessage(connection, frame);
  connection.lastAt = Math.max(connection.lastAt, frame.at);
  protocolOf(connection).readFrame(connection, frame, exchange);
}

/** What was read of its beginning is read again, and stays as it is. */
export function readWhole(entry: Tracked, frame: FrameEvent): Connection {
  const { exchange, connection } = owned(entry);
  protocolOf(connection).readFrame(connection, frame, exchange);
  return connection;
}

export function readClose(entry: Tracked, event: CloseEvent): Connection {
  const { exchange, connection } = owned(entry);
  connection.close ??= event;
  exchange.endedAt ??= event.at;
  connection.lastAt = Math.max(connection.lastAt, event.at);
  return connection;
}

function owned({ exchange, owner }: Tracked) {
  if (!owner) throw new Error(`${exchange.id} belongs to no connection`);
  return { exchange, part: owner.part, connection: whole(owner.connection) };
}
