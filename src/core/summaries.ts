import { attemptsOf, roundTripOf } from "./attempts.js";
import { isUnseen } from "./carried.js";
import { type Connection, type Outcome, type ProtocolName, type Transport, transportOf } from "./connection.js";

/** One recognised connection, well or not. */
export interface ConnectionSummary {
  id: string;
  protocol: ProtocolName;
  endpoint: string;
  transport: Transport | null;
  state: Outcome["state"];
  startedAt: number;
  lastAt: number;
  /** Until when it lived, or was known to live. */
  until: number;
  attempts: number;
  /** Of an answer, in milliseconds; null where none was seen. */
  roundTripMs: number | null;
  sent: number;
  received: number;
  /** Messages in the bodies of polls and event streams, which stand in neither of these. */
  carried: Readonly<Connection["carried"]>;
  /** Where nothing can be known of what went that way. */
  unseen: Readonly<Record<"sent" | "received", boolean>>;
  /** The card that it belongs to. */
  card: string | null;
}

/** A line for each connection that is kept. */
interface Summaries {
  /** How it stands now. */
  note(connection: Connection, outcome: Outcome): void;
  forget(connection: string): void;
  count(): number;
  /** The endpoints at which any of them is. */
  endpoints(): ReadonlySet<string>;
  all(cardOf: (connection: string) => string | null, now: number): ConnectionSummary[];
}

export function createSummaries(): Summaries {
  const noted = new Map<string, Noted>();
  return {
    note: (connection, { state }) => void noted.set(connection.id, { connection, state, line: null }),
    forget: (connection) => void noted.delete(connection),
    count: () => noted.size,
    endpoints: () => new Set([...noted.values()].map(({ connection }) => connection.endpoint)),
    all: (cardOf, now) =>
      Array.from(noted.values(), (each) => {
        each.line = upToDate(each.line ?? lineOf(each), cardOf(each.connection.id), now);
        return each.line;
      }),
  };
}

/** A connection is noted with each of its events; its line is made when somebody looks, and stays the same one until it changes. */
interface Noted {
  connection: Connection;
  state: Outcome["state"];
  line: ConnectionSummary | null;
}

/** To copy each line at each look costs more than all else, once there are thousands. */
function upToDate(line: ConnectionSummary, card: string | null, now: number): ConnectionSummary {
  const until = isAlive(line) ? Math.max(now, line.lastAt) : line.lastAt;
  return line.until === until && line.card === card ? line : { ...line, until, card };
}

function lineOf({ connection, state }: Noted): ConnectionSummary {
  const { id, protocol, endpoint, startedAt, lastAt, sent, received } = connection;
  return {
    id,
    protocol,
    endpoint,
    transport: transportOf(connection),
    state,
    startedAt,
    lastAt,
    roundTripMs: roundTripOf(connection),
    carried: { ...connection.carried },
    unseen: { sent: isUnseen(connection, "sent"), received: isUnseen(connection, "received") },
    attempts: attemptsOf(connection),
    sent: sent.count,
    received: received.count,
    until: lastAt,
    card: null,
  };
}

function isAlive({ state }: Pick<ConnectionSummary, "state">): boolean {
  return state === "open" || state === "connecting";
}

type Traffic = Record<"sent" | "received", number | null>;

/** All messages that are known of, however they travelled; null where that cannot be known. */
export function trafficOf({ sent, received, carried, unseen }: ConnectionSummary): Traffic {
  return {
    sent: unseen.sent ? null : sent + carried.sent,
    received: unseen.received ? null : received + carried.received,
  };
}
