import { type Connection, type Outcome, transportOf, troubleOf } from "./connection.js";
import { dropOldest } from "./drop-oldest.js";
import type { Exchange } from "./exchange.js";
import type { Neighbours } from "./facts/index.js";
import { hadOpened, idleBeforeEnd } from "./facts/session.js";
import { createHosts, type HostNeighbours } from "./hosts.js";
import { engineIoError } from "./protocols/engine-io-error.js";

/** What the connections to one endpoint tell of each other. */
interface Endpoint {
  opened: Set<string>;
  openedBySocket: Set<string>;
  troubled: Set<Connection>;
  /** Silences, in ms, after which the latest connections here were cut. */
  silences: Map<Connection, number>;
  /** How many others of the latest were cut after a silence as long. */
  cutAlike: WeakMap<Connection, number>;
  /** The latest attempts here, in the order of their beginning, and whether each came to something. */
  attempts: Map<Connection, boolean>;
  /** A negotiate answer of this place led to another server. */
  sendsOn: boolean;
  /** With which of Engine.IO's codes the latest that were refused were. */
  refusals: Map<Connection, number>;
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

export function createEndpoints(): Endpoints {
  const endpoints = new Map<string, Endpoint>();
  const hosts = createHosts();

  function of({ endpoint: place }: Connection): Endpoint {
    const known = endpoints.get(place);
    if (known) return known;
    const endpoint = newEndpoint();
    endpoints.set(place, endpoint);
    return endpoint;
  }

  function troubledAtHostOf(connection: Connection): Connection[] {
    return hosts.endpointsBeside(connection).flatMap((place) => [...(endpoints.get(place)?.troubled ?? [])]);
  }

  return {
    at: (endpoint) => endpoints.get(endpoint),
    of,
    all: () => endpoints.values(),
    note(connection, outcome) {
      const isNewsAtHost = hosts.note(connection, outcome);
      const endpoint = of(connection);
      const isCut = countCut(endpoint, connection);
      const isOpened = countOpened(endpoint, connection);
      const takesTurns = countAttempt(endpoint, connection, outcome);
      const isSentOn = noteSentOn(endpoint, connection);
      if (isNewsAtHost) return troubledAtHostOf(connection);
      const isRefused = countRefusal(endpoint, connection, outcome);
      if (isOpened || takesTurns || isRefused || isSentOn) return endpoint.troubled;
      return isCut ? endpoint.silences.keys() : [];
    },
    forget(connection) {
      const { opened, openedBySocket, silences, troubled, attempts, refusals } = of(connection);
      for (const known of [opened, openedBySocket]) known.delete(connection.id);
      for (const known of [troubled, silences, attempts, refusals]) known.delete(connection);
      hosts.forget(connection);
    },
    drop(those, inUse) {
      for (const connection of those) {
        const { silences, troubled, refusals } = of(connection);
        for (const known of [troubled, silences, refusals]) known.delete(connection);
        hosts.forget(connection);
      }
      for (const place of endpoints.keys()) if (!inUse.has(place)) endpoints.delete(place);
      hosts.keepOnly(inUse);
    },
    neighboursOf: (connection) => ({
      ...neighboursAt(of(connection), connection),
      ...hosts.besides(connection),
    }),
  };
}

function newEndpoint(): Endpoint {
  return {
    opened: new Set(),
    openedBySocket: new Set(),
    troubled: new Set(),
    silences: new Map(),
    cutAlike: new WeakMap(),
    attempts: new Map(),
    sendsOn: false,
    refusals: new Map(),
    asked: null,
  };
}

function countOpened(endpoint: Endpoint, connection: Connection): boolean {
  if (!hadOpened(connection)) return false;
  const before = endpoint.opened.size + endpoint.openedBySocket.size;
  if (endpoint.opened.size < NEIGHBOURS_COUNTED) endpoint.opened.add(connection.id);
  if (transportOf(connection) === "websocket" && endpoint.openedBySocket.size < NEIGHBOURS_COUNTED) {
    endpoint.openedBySocket.add(connection.id);
  }
  return endpoint.opened.size + endpoint.openedBySocket.size > before;
}

/** Attempts of which it is told whether success and failure take turns. */
const ATTEMPTS_KEPT = 8;

/** Does it change how often success and failure took turns? What is still under way counts as neither. */
function countAttempt({ attempts }: Endpoint, connection: Connection, { state }: Outcome): boolean {
  const succeeds = state === "failed" ? false : hadOpened(connection) ? true : null;
  if (succeeds === null || attempts.get(connection) === succeeds) return false;
  const before = turnsOf(attempts);
  attempts.set(connection, succeeds);
  dropOldest(attempts, ATTEMPTS_KEPT);
  return turnsOf(attempts) !== before;
}

/** How often a failure follows a success, or a success a failure. */
function turnsOf(attempts: ReadonlyMap<Connection, boolean>): number {
  const outcomes = [...attempts.values()];
  return outcomes.filter((succeeds, place) => place > 0 && succeeds !== outcomes[place - 1]).length;
}

function countRefusal({ refusals }: Endpoint, connection: Connection, outcome: Outcome): boolean {
  const refused = connection.protocol === "engine-io" ? troubleOf(outcome)?.exchange : null;
  const code = refused ? engineIoError(refused)?.code : undefined;
  if (code === undefined || refusals.get(connection) === code) return false;
  refusals.set(connection, code);
  dropOldest(refusals, NEIGHBOURS_COUNTED);
  return true;
}

function noteSentOn(endpoint: Endpoint, { session }: Connection): boolean {
  if (endpoint.sendsOn || session.protocol !== "signalr" || !session.isSentOn) return false;
  endpoint.sendsOn = true;
  return true;
}

/** A silence shorter than this is none: something was going on when the connection ended. */
const SILENCE_MS = 900;

function countCut({ silences, cutAlike }: Endpoint, connection: Connection): boolean {
  const silence = idleBeforeEnd(connection) ?? 0;
  if (silence < SILENCE_MS || silences.get(connection) === silence) return false;
  silences.set(connection, silence);
  dropOldest(silences, NEIGHBOURS_COUNTED + 1);
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

function neighboursAt(endpoint: Endpoint, connection: Connection): Omit<Neighbours, keyof HostNeighbours> {
  const others = (set: Set<string>) => set.size - Number(set.has(connection.id));
  const opened = others(endpoint.opened);
  const bySocket = others(endpoint.openedBySocket);
  return {
    opened: opened > 1 ? 2 : opened === 1 ? 1 : 0,
    openedByWebSocket: bySocket > 0,
    openedWithoutWebSocket: opened > bySocket,
    cutAlike: endpoint.cutAlike.get(connection) ?? 0,
    turns: turnsOf(endpoint.attempts),
    sentOn: endpoint.sendsOn,
    refusedWith: [...endpoint.refusals].findLast(([each]) => each !== connection)?.[1] ?? null,
  };
}
