import type { Connection, Outcome, Transport } from "./connection.js";
import type { Exchange } from "./exchange.js";
import type { Neighbours } from "./facts/index.js";
import { hadOpened, idleBeforeEnd } from "./facts/session.js";

/** What the connections to one endpoint tell of each other. */
interface Endpoint {
  opened: Set<string>;
  openedBySocket: Set<string>;
  troubled: Set<Connection>;
  /** Silences, in ms, after which the latest connections here were cut. */
  silences: Map<Connection, number>;
  /** How many others of the latest were cut after a silence as long. */
  cutAlike: WeakMap<Connection, number>;
  /** The latest answer to the question that the user had asked again. */
  asked: Exchange | null;
}

export interface Endpoints {
  /** Undefined where no connection asked for this place. */
  at(endpoint: string): Endpoint | undefined;
  of(connection: Connection): Endpoint;
  all(): Iterable<Endpoint>;
  /** Counts a connection as it stands now; returns those of whose neighbours something new is to be said. */
  note(connection: Connection, outcome: Outcome): Iterable<Connection>;
  /** It is no connection of its own any more. */
  forget(connection: Connection): void;
  /** These are no longer kept. That others opened at a place stays known, as long as one of the places in use. */
  drop(those: Iterable<Connection>, inUse: ReadonlySet<string>): void;
  neighboursOf(connection: Connection): Neighbours;
}

/** More than these change nothing in what the neighbours say. */
const NEIGHBOURS_COUNTED = 3;

/** Transports that hold a request open for as long as they last. */
const STREAMS: readonly (Transport | null)[] = ["sse", "long-polling", "polling"];

export function createEndpoints(): Endpoints {
  const endpoints = new Map<string, Endpoint>();
  /** By host, the connections that hold an HTTP request open. */
  const streams = new Map<string, Set<string>>();

  function of({ endpoint: place }: Connection): Endpoint {
    const known = endpoints.get(place);
    if (known) return known;
    const endpoint = newEndpoint();
    endpoints.set(place, endpoint);
    return endpoint;
  }

  function noteStream(connection: Connection, { state }: Outcome): void {
    const host = hostOf(connection);
    const held = streams.get(host);
    if (state !== "open" || !STREAMS.includes(connection.transport)) held?.delete(connection.id);
    else if (held) held.add(connection.id);
    else streams.set(host, new Set([connection.id]));
  }

  function streamsBeside(connection: Connection): number {
    const held = streams.get(hostOf(connection));
    return held ? held.size - Number(held.has(connection.id)) : 0;
  }

  return {
    at: (endpoint) => endpoints.get(endpoint),
    of,
    all: () => endpoints.values(),
    note(connection, outcome) {
      noteStream(connection, outcome);
      const endpoint = of(connection);
      const isCut = countCut(endpoint, connection);
      if (countOpened(endpoint, connection)) return endpoint.troubled;
      return isCut ? endpoint.silences.keys() : [];
    },
    forget(connection) {
      const { opened, openedBySocket, silences, troubled } = of(connection);
      for (const known of [opened, openedBySocket]) known.delete(connection.id);
      for (const known of [troubled, silences]) known.delete(connection);
      streams.get(hostOf(connection))?.delete(connection.id);
    },
    drop(those, inUse) {
      for (const connection of those) {
        const { silences, troubled } = of(connection);
        for (const known of [troubled, silences]) known.delete(connection);
        streams.get(hostOf(connection))?.delete(connection.id);
      }
      for (const place of endpoints.keys()) if (!inUse.has(place)) endpoints.delete(place);
      for (const [host, held] of streams) if (held.size === 0) streams.delete(host);
    },
    neighboursOf: (connection) => ({
      ...neighboursAt(of(connection), connection),
      hostStreams: streamsBeside(connection),
    }),
  };
}

function hostOf({ endpoint }: Connection): string {
  return endpoint.split("/", 3)[2] ?? "";
}

function newEndpoint(): Endpoint {
  return {
    opened: new Set(),
    openedBySocket: new Set(),
    troubled: new Set(),
    silences: new Map(),
    cutAlike: new WeakMap(),
    asked: null,
  };
}

function countOpened(endpoint: Endpoint, connection: Connection): boolean {
  if (!hadOpened(connection)) return false;
  const before = endpoint.opened.size + endpoint.openedBySocket.size;
  if (endpoint.opened.size < NEIGHBOURS_COUNTED) endpoint.opened.add(connection.id);
  if (connection.transport === "websocket" && endpoint.openedBySocket.size < NEIGHBOURS_COUNTED) {
    endpoint.openedBySocket.add(connection.id);
  }
  return endpoint.opened.size + endpoint.openedBySocket.size > before;
}

/** A silence shorter than this is none: something was going on when the connection ended. */
const SILENCE_MS = 900;

function countCut({ silences, cutAlike }: Endpoint, connection: Connection): boolean {
  const silence = idleBeforeEnd(connection) ?? 0;
  if (silence < SILENCE_MS || silences.get(connection) === silence) return false;
  silences.set(connection, silence);
  const [oldest] = silences.keys();
  if (silences.size > NEIGHBOURS_COUNTED + 1 && oldest) silences.delete(oldest);
  for (const each of silences.keys()) cutAlike.set(each, countAlike(silences, each));
  return true;
}

/** Proxies look after their timers now and then only: what differs by a tenth is alike. */
export function isSilenceAlike(own: number, other: number): boolean {
  return own >= SILENCE_MS && Math.abs(other - own) <= own / 10;
}

function countAlike(silences: ReadonlyMap<Connection, number>, connection: Connection): number {
  const own = silences.get(connection) ?? 0;
  return [...silences].filter(([each, other]) => each !== connection && isSilenceAlike(own, other)).length;
}

function neighboursAt(endpoint: Endpoint, connection: Connection): Omit<Neighbours, "hostStreams"> {
  const others = (set: Set<string>) => set.size - Number(set.has(connection.id));
  const opened = others(endpoint.opened);
  const bySocket = others(endpoint.openedBySocket);
  return {
    opened: opened > 1 ? 2 : opened === 1 ? 1 : 0,
    openedByWebSocket: bySocket > 0,
    openedWithoutWebSocket: opened > bySocket,
    cutAlike: endpoint.cutAlike.get(connection) ?? 0,
  };
}
