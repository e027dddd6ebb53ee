import type { Connection, Outcome, ProtocolName, Transport } from "./connection.js";

/** One recognised connection, well or not. */
export interface ConnectionSummary {
  id: string;
  protocol: ProtocolName;
  endpoint: string;
  transport: Transport | null;
  state: Outcome["state"];
  startedAt: number;
  lastAt: number;
  sent: number;
  received: number;
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
  all(cardOf: (connection: string) => string | null): ConnectionSummary[];
}

export function createSummaries(): Summaries {
  const summaries = new Map<string, Omit<ConnectionSummary, "card">>();
  return {
    note(connection, { state }) {
      const { id, protocol, endpoint, transport, startedAt, lastAt, sent, received } = connection;
      const counts = { sent: sent.count, received: received.count };
      summaries.set(id, { id, protocol, endpoint, transport, state, startedAt, lastAt, ...counts });
    },
    forget: (connection) => void summaries.delete(connection),
    count: () => summaries.size,
    endpoints: () => new Set([...summaries.values()].map(({ endpoint }) => endpoint)),
    all: (cardOf) => [...summaries.values()].map((each) => ({ ...each, card: cardOf(each.id) })),
  };
}
