import { type Connection, whole } from "./connection.js";
import { type Exchange, header, isBlocked, isFollowedRedirect } from "./exchange.js";
import type { Recognition } from "./protocols/protocol.js";
import { protocolOf, type Recognised } from "./recognition.js";
import { endpointOf, parseUrl } from "./url.js";

/** Remembers which connection the next request will belong to: by session id, by URL, by what came a moment ago. */
export interface Matching {
  /** The connection that this request continues; null where it begins one. */
  find(exchange: Exchange, part: Recognition): Connection | null;
  /** A request that is nothing by itself, but stands where a redirect led. */
  findRedirected(exchange: Exchange): Recognised | null;
  /** Has an answer, or a request that was sure, told of this id? */
  knowsId(sessionId: string): boolean;
  /** Is a connection waiting for its next request to this URL? */
  isExpected(url: string): boolean;
  /** A connection begins with this request, as far as is known. */
  begins(exchange: Exchange, connection: Connection): void;
  /** Notes whose this request is. */
  note(exchange: Exchange, part: Recognition, connection: Connection): void;
  /**
   * From now on this id, or the next request to the URL that this answer names, means this connection. Returns the connection
   * that had already been opened for it, where the beginning is told of after the rest.
   */
  ownsId(sessionId: string, connection: Connection): Connection | null;
  leadsTo(url: string, answer: Exchange, connection: Connection): Connection | null;
  /** After a preflight the request itself comes to this URL; after a redirect, to the next. */
  leadsOn(exchange: Exchange, connection: Connection): Connection | null;
  /** These are no longer kept. */
  forget(isGone: (connection: Connection) => boolean): void;
}

/** How long after its own request a preflight starts, where both are told of by their start. */
const PREFLIGHT_LAG_MS = 50;

/**
 * Chromium stamps a preflight where it hears of it, in another process than its request: on a busy machine only after that
 * request was blocked, and never much later.
 */
const PREFLIGHT_STAMPED_MS = 2000;

/** Requests of one URL that a late preflight may still belong to. */
const MAINS_KEPT = 4;

/** How long a browser, or a client, takes to go where an answer leads, at most. */
const FOLLOWING_MS = 5000;

/** Beginnings at one place; a client follows no more than a hundred addresses. */
const BEGUN_KEPT = 128;

/** A request of its own, no preflight, and whose it is. */
interface Main {
  connection: Connection;
  exchange: Exchange;
}

export function createMatching(): Matching {
  const bySessionId = new Map<string, Connection>();
  /** Connections that a request with an id opened, because nothing had told of that id yet. */
  const headless = new Set<Connection>();
  const awaiting = new Map<string, Connection[]>();
  /** Where each is awaited. */
  const awaitedAt = new WeakMap<Connection, Set<string>>();
  const latestMains = new Map<string, Main[]>();
  /** By the place of their first request, in the order in which they were told of. */
  const begunAt = new Map<string, Connection[]>();

  function find(exchange: Exchange, part: Recognition): Connection | null {
    const owner = part.sessionId ? bySessionId.get(part.sessionId) : undefined;
    if (owner) return whole(owner);
    const queue = awaiting.get(endpointOf(exchange.address)) ?? [];
    if (part.role === "preflight") return sentJustBefore(exchange) ?? redirectedTo(queue);
    const next = answeredBefore(exchange, queue) ?? queue.at(-1);
    if (!next) return null;
    queue.splice(queue.indexOf(next), 1);
    return whole(next);
  }

  /** Of several that wait, the one that was answered last before this request: a client goes on at once. */
  function answeredBefore({ startedAt }: Exchange, queue: Connection[]): Connection | undefined {
    return queue.findLast((each) => whole(each).lastAt <= startedAt);
  }

  /** A preflight alone begins a connection, unless a redirect led to its URL. */
  function redirectedTo(queue: Connection[]): Connection | null {
    const sender = queue.map(whole).findLast(({ parts }) => parts.negotiate || parts.open);
    return sender ?? null;
  }

  /** Ordered by start, a request comes a moment before its own preflight. */
  function sentJustBefore(preflight: Exchange): Connection | null {
    const mains = latestMains.get(endpointOf(preflight.address)) ?? [];
    const main =
      mains.findLast(({ exchange }) => isDuring(preflight, exchange)) ??
      mains.findLast(
        ({ connection, exchange }) => !whole(connection).parts.preflight && isStampedLate(preflight, exchange),
      );
    return main ? whole(main.connection) : null;
  }

  function isDuring(preflight: Exchange, { startedAt, endedAt }: Exchange): boolean {
    const lag = preflight.startedAt - startedAt;
    return lag >= 0 && (lag < PREFLIGHT_LAG_MS || (endedAt !== null && preflight.startedAt < endedAt));
  }

  function isStampedLate(preflight: Exchange, request: Exchange): boolean {
    const lag = preflight.startedAt - (request.endedAt ?? Number.POSITIVE_INFINITY);
    return isBlocked(request) && lag >= 0 && lag <= PREFLIGHT_STAMPED_MS;
  }

  /** Was it told of after the request that it is for? */
  function hasItsRequest(preflight: Exchange, connection: Connection): boolean {
    const mains = latestMains.get(endpointOf(preflight.address)) ?? [];
    const own = mains.filter((each) => whole(each.connection) === connection);
    return own.some(({ exchange }) => isDuring(preflight, exchange) || isStampedLate(preflight, exchange));
  }

  function findRedirected(exchange: Exchange): Recognised | null {
    const sender = awaiting.get(endpointOf(exchange.address))?.at(-1);
    if (!sender || exchange.channel === "preflight") return null;
    const { endpoint, transport, parts } = whole(sender);
    const role = parts.negotiate ? "negotiate" : "open";
    const part = { role, endpoint, transport, sessionId: null, isSure: true } as const;
    return { protocol: protocolOf(sender), part };
  }

  function begins(exchange: Exchange, connection: Connection): void {
    const place = endpointOf(exchange.address);
    const others = (begunAt.get(place) ?? []).filter((each) => !each.absorbedBy);
    begunAt.set(place, [...others.slice(1 - BEGUN_KEPT), connection]);
  }

  function note(exchange: Exchange, part: Recognition, connection: Connection): void {
    if (part.sessionId) {
      if (bySessionId.has(part.sessionId)) return;
      bySessionId.set(part.sessionId, connection);
      if (!hasBeginning(connection)) headless.add(connection);
      return;
    }
    if (part.role === "preflight") return;
    const mains = latestMains.get(endpointOf(exchange.address)) ?? [];
    latestMains.set(endpointOf(exchange.address), [...mains.slice(1 - MAINS_KEPT), { connection, exchange }]);
  }

  /** Its requests carry an id from now on; one of another id to the same URL is not its next. */
  function endWait(connection: Connection): void {
    for (const place of awaitedAt.get(connection) ?? []) noLongerAwaits(connection, place);
    awaitedAt.delete(connection);
  }

  function noLongerAwaits(connection: Connection, place: string): void {
    const queue = awaiting.get(place) ?? [];
    awaiting.set(
      place,
      queue.filter((each) => each !== connection),
    );
  }

  function ownsId(sessionId: string, connection: Connection): Connection | null {
    endWait(connection);
    const known = bySessionId.get(sessionId);
    bySessionId.set(sessionId, connection);
    return known && known !== connection && headless.delete(known) ? known : null;
  }

  function expects(place: string, connection: Connection): void {
    const queue = awaiting.get(place) ?? [];
    if (!queue.includes(connection)) queue.push(connection);
    awaiting.set(place, queue);
    awaitedAt.set(connection, (awaitedAt.get(connection) ?? new Set()).add(place));
  }

  function leadsOn(exchange: Exchange, connection: Connection): Connection | null {
    const location = isFollowedRedirect(exchange) && header(exchange.responseHeaders, "location");
    if (!location) {
      if (exchange.channel === "preflight" && !hasItsRequest(exchange, connection))
        expects(endpointOf(exchange.address), connection);
      return null;
    }
    return leadsTo(resolve(exchange, location), exchange, connection);
  }

  function leadsTo(url: string, answer: Exchange, connection: Connection): Connection | null {
    const place = plainUrl(url);
    const rest = followedBefore(answer, place, connection);
    if (!(rest && hasBeginning(rest)) && !mayHaveGoneOn(answer, place)) expects(place, connection);
    return rest;
  }

  /**
   * A request with an id that nobody has told of followed this answer, whose body is yet to be told: that will say whether
   * the id is its own. What comes meanwhile is then another's.
   */
  function mayHaveGoneOn(answer: Exchange, place: string): boolean {
    const begun = begunAt.get(place) ?? [];
    return begun.some((each) => headless.has(each) && !each.absorbedBy && isSoonAfter(answer, each));
  }

  /** What an answer led to may be told of before that answer. One with an id belongs to whoever owns the id. */
  function followedBefore(answer: Exchange, place: string, connection: Connection): Connection | null {
    const isRest = (each: Connection) => each !== connection && !each.absorbedBy && !headless.has(each);
    const rest = (begunAt.get(place) ?? []).find((each) => isRest(each) && isSoonAfter(answer, each)) ?? null;
    if (rest) noLongerAwaits(rest, place);
    return rest;
  }

  function isSoonAfter({ startedAt, endedAt }: Exchange, connection: Connection): boolean {
    return (
      connection.startedAt >= startedAt && connection.startedAt <= Math.max(startedAt, endedAt ?? 0) + FOLLOWING_MS
    );
  }

  function forget(isGone: (connection: Connection) => boolean): void {
    for (const [id, connection] of bySessionId) if (isGone(connection)) bySessionId.delete(id);
    for (const connection of headless) if (isGone(connection)) headless.delete(connection);
    for (const lists of [awaiting, begunAt]) keepOnly(lists, (connection) => !isGone(connection));
    keepOnly(latestMains, ({ connection }) => !isGone(connection));
  }

  return {
    forget,
    find,
    findRedirected,
    isExpected: (url) => Boolean(awaiting.get(plainUrl(url))?.length),
    knowsId: (id) => bySessionId.has(id),
    begins,
    note,
    ownsId,
    leadsTo,
    leadsOn,
  };
}

/** Has the request that gives a session its id been told of? */
function hasBeginning({ parts: { negotiate, open } }: Connection): boolean {
  return negotiate !== undefined || open !== undefined;
}

function keepOnly<T>(lists: Map<string, T[]>, isKept: (each: T) => boolean): void {
  for (const [key, list] of lists) {
    const left = list.filter(isKept);
    if (left.length > 0) lists.set(key, left);
    else lists.delete(key);
  }
}

/** ws for http, and a query that a redirect may have changed, are the same place. */
function plainUrl(url: string): string {
  return endpointOf(parseUrl(url));
}

function resolve(exchange: Exchange, location: string): string {
  if (/^[a-z][a-z0-9+.-]*:/i.test(location)) return location;
  const { scheme, host } = exchange.address;
  if (location.startsWith("//")) return `${scheme}:${location}`;
  return `${scheme}://${host}${location.startsWith("/") ? "" : "/"}${location}`;
}
