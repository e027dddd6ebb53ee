import type { Connection, Outcome, Phase, ProtocolName, Role, Session, Transport } from "../connection.js";
import type { Exchange } from "../exchange.js";
import type { FrameEvent } from "../traffic.js";

/** What one request is to a protocol. */
export interface Recognition {
  role: Role;
  endpoint: string;
  transport: Transport | null;
  /** The session's id in the request, as an earlier answer gave it. */
  sessionId: string | null;
  /** False where an id alone speaks for the protocol, which must be one that an earlier answer gave; or a path alone. */
  isSure: boolean;
}

/** What an answer tells of the requests that will follow it on the same connection. */
export interface Announcement {
  /** Ids that later requests will carry. */
  sessionIds: string[];
  /** URLs (without query) that the client was sent on to. */
  nextUrls: string[];
}

/** One protocol, recognised by evidence in its requests and answers, on any host and path. */
export interface Protocol {
  name: ProtocolName;
  /** The steps of a handshake, for the strip on the card. */
  steps: readonly Phase[];
  /** The step that a request without a more telling role belongs to. */
  firstStep: Phase;
  newSession(): Session;
  /** Null when nothing in the request, its answer or its initiator speaks for this protocol. */
  recognise(exchange: Exchange): Recognition | null;
  /** What the request is, given that it is of this protocol. */
  assume(exchange: Exchange): Recognition;
  /** A first message that only this protocol sends, on a socket that nothing else gave away. */
  recogniseFrame(exchange: Exchange, frame: FrameEvent): Recognition | null;
  /** Called once, when the request's body is known. */
  readRequest(connection: Connection, exchange: Exchange, role: Role): void;
  /** Called once, when the answer is known. */
  readResponse(connection: Connection, exchange: Exchange, role: Role): Announcement;
  /** Of a message of which there was only the beginning, once more with the whole; others may have come since. */
  readFrame(connection: Connection, frame: FrameEvent, exchange: Exchange): void;
  judge(connection: Connection): Outcome;
  /** The server said what may come next, and nothing has; left out where the server is never the one who waits. */
  awaitsClient?(connection: Connection): boolean;
}

export const NOTHING_ANNOUNCED: Announcement = { sessionIds: [], nextUrls: [] };
