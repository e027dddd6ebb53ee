import { isAskedAgain } from "./ask-again.js";
import { betterShown, type Card, type Case, cardId, makeCard } from "./card.js";
import { type Connection, type Outcome, type ProtocolName, type Transport, troubleOf } from "./connection.js";
import { createConnections } from "./connections.js";
import { diagnose } from "./diagnosis.js";
import { type Exchange, mergeExchange, newExchange } from "./exchange.js";
import { type Neighbours, observe, type Scene } from "./facts/index.js";
import { hadOpened, idleBeforeEnd } from "./facts/session.js";
import type { Knowledge } from "./knowledge.js";
import { createPageStates } from "./page-states.js";
import { PROTOCOLS } from "./protocols/index.js";
import { protocolOf } from "./recognition.js";
import { createLogged } from "./said/logged.js";
import { createTellings, isAbout, likeliest, type Telling } from "./said/tellings.js";
import { connectionOf, showsFailure, type Told } from "./said/told.js";
import type { CoverageEvent, ExchangeEvent, TrafficEvent } from "./traffic.js";
import { endpointOf, parseUrl } from "./url.js";
import { createWitnesses } from "./witnesses.js";

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

export type Unseen = CoverageEvent["notSeen"][number];

export interface Analysis {
  summary: { connections: number; failed: number; cards: number; notSeen: Unseen[]; otherRequests: number };
  /** Newest first. */
  cards: Card[];
  connections: ConnectionSummary[];
}

/** An analysis that goes on: takes events one by one, and can be read at any time. */
export interface LiveAnalysis {
  /** Returns what there was to take: of a handshake that several sources tell of, each thing once and under one id. */
  take(event: TrafficEvent): readonly TrafficEvent[];
  read(): Analysis;
  /** The connection that a request belongs to, with all that is known of it; null for one of no protocol. */
  connectionOf(exchange: string): Connection | null;
}

/** All at once what `createAnalysis` does event by event. */
export function analyse(events: Iterable<TrafficEvent>, knowledge: Knowledge): Analysis {
  const live = createAnalysis(knowledge);
  for (const event of events) live.take(event);
  return live.read();
}

interface Group {
  members: Map<string, Case>;
  shown: Case;
  firstAt: number;
  lastAt: number;
  /** The card as last made; null when it must be made again. */
  card: Card | null;
}

interface Endpoint {
  opened: Set<string>;
  openedBySocket: Set<string>;
  troubled: Set<Connection>;
  /** Silences, in ms, after which the latest connections here were cut. */
  silences: Map<string, number>;
  /** The latest answer to the question that the user had asked again. */
  asked: Exchange | null;
}

const NO_NEIGHBOURS: Neighbours = {
  opened: 0,
  openedByWebSocket: false,
  openedWithoutWebSocket: false,
  cutAlike: 0,
  hostStreams: 0,
};

/** More than these change nothing in what the neighbours say. */
const NEIGHBOURS_COUNTED = 3;

/** Connections that a late word about the page may still explain. */
const RECENT_KEPT = 20;

/** Work per event does not grow with what came before: neighbours are counted to three, cards are made when read. */
export function createAnalysis(knowledge: Knowledge): LiveAnalysis {
  const connections = createConnections();
  const tellings = createTellings();
  const logged = createLogged();
  const endpoints = new Map<string, Endpoint>();
  /** By host, the connections that hold an HTTP request open. */
  const streams = new Map<string, Set<string>>();
  const groups = new Map<string, Group>();
  const cardOf = new Map<string, string>();
  const summaries = new Map<string, ConnectionSummary>();
  const unseen = new Map<string, Unseen[]>();
  const witnesses = createWitnesses();
  const page = createPageStates();
  /** Troubled of late: what the page went through may be told of after it. */
  const recent = new Set<Connection>();
  let now = 0;

  function take(event: TrafficEvent): readonly TrafficEvent[] {
    const told = witnesses.take(event);
    for (const each of told) takeIn(each);
    return told;
  }

  function takeIn(event: TrafficEvent): void {
    now = Math.max(now, event.at);
    if (event.kind === "said") (event.from === "console" ? logged : tellings).take(event);
    if (event.kind === "coverage") unseen.set(event.source, event.notSeen);
    if (event.kind === "exchange" && isAskedAgain(event)) {
      noteAnswer(event);
      return;
    }
    if (event.kind === "page" || event.kind === "navigated") page.take(event);
    for (const connection of connections.take(event)) examine(connection);
    if (event.kind === "page" || (event.kind === "said" && event.from))
      for (const each of recent) regroup(each, connections.judge(each, now));
  }

  /** No attempt of the page's: it is evidence for those that were made, and counts as none. */
  function noteAnswer(event: ExchangeEvent): void {
    const endpoint = endpoints.get(endpointOf(parseUrl(event.url)));
    if (!endpoint) return;
    if (endpoint.asked?.id === event.exchange) mergeExchange(endpoint.asked, event);
    else if (event.status !== null) endpoint.asked = newExchange(event);
    for (const each of endpoint.troubled) regroup(each, connections.judge(each, now));
  }

  function noteStream(connection: Connection, { state }: Outcome): void {
    const host = hostOf(connection);
    const held = streams.get(host) ?? new Set();
    if (state === "open" && STREAMS.includes(connection.transport)) streams.set(host, held.add(connection.id));
    else held.delete(connection.id);
  }

  function remember(connection: Connection): void {
    recent.delete(connection);
    recent.add(connection);
    const [oldest] = recent;
    if (recent.size > RECENT_KEPT && oldest) recent.delete(oldest);
  }

  function examine(connection: Connection): void {
    const endpoint = endpointFor(connection);
    if (connection.absorbedBy) {
      forget(connection, endpoint);
      return;
    }
    const outcome = connections.judge(connection, now);
    noteStream(connection, outcome);
    const grew = [countOpened(endpoint, connection), countCut(endpoint, connection)].some(Boolean);
    const trouble = troubleOf(outcome);
    if (trouble) {
      endpoint.troubled.add(connection);
      remember(connection);
    } else {
      endpoint.troubled.delete(connection);
      recent.delete(connection);
    }
    if (grew) for (const each of endpoint.troubled) regroup(each, connections.judge(each, now));
    if (!grew || !trouble) regroup(connection, outcome);
    summarise(connection, outcome);
  }

  function forget(connection: Connection, endpoint: Endpoint): void {
    for (const set of [endpoint.opened, endpoint.openedBySocket, endpoint.silences]) set.delete(connection.id);
    streams.get(hostOf(connection))?.delete(connection.id);
    endpoint.troubled.delete(connection);
    recent.delete(connection);
    leave(connection, cardOf.get(connection.id));
    summaries.delete(connection.id);
  }

  function endpointFor(connection: Connection): Endpoint {
    const known = endpoints.get(connection.endpoint);
    const endpoint = known ?? newEndpoint();
    if (!known) endpoints.set(connection.endpoint, endpoint);
    return endpoint;
  }

  function regroup(connection: Connection, outcome: Outcome): void {
    const trouble = troubleOf(outcome);
    const before = cardOf.get(connection.id);
    if (!trouble) {
      leave(connection, before);
      return;
    }
    const endpoint = endpointFor(connection);
    const held = streams.get(hostOf(connection)) ?? new Set();
    const hostStreams = held.size - Number(held.has(connection.id));
    const neighbours = { ...neighboursOf(endpoint, connection), hostStreams };
    const one = caseOf({ connection, trouble, neighbours, asked: endpoint.asked, page, now, told: toldOf(connection) });
    const id = cardId(one);
    if (before !== id) leave(connection, before);
    join(one, id);
    const summary = summaries.get(connection.id);
    if (summary) summary.card = id;
  }

  function caseOf(scene: Scene): Case {
    const { connection, trouble } = scene;
    const facts = observe(scene);
    const raising = scene.told?.isLogged ? observe({ ...scene, told: null }) : facts;
    const finding = diagnose(facts, knowledge, raising);
    return { connection, trouble, facts, finding, protocol: protocolOf(connection), logged: logged.about(connection) };
  }

  /** What a text beside the capture tells of this connection, and what its own client logged. */
  function toldOf(connection: Connection): Told | null {
    const telling = tellings.all().find((each) => isAbout(each, connection));
    const lines = [...(telling?.lines ?? []), ...logged.about(connection)];
    if (lines.length === 0) return null;
    return { protocol: connection.protocol, lines, isAlone: false, isLogged: telling === undefined };
  }

  /** Lines join the troubled connections that they speak of; where none was captured, they stand for one of their own. */
  function settle(telling: Telling): void {
    const captured = [...endpoints.values()].flatMap(({ troubled }) => [...troubled]);
    const joined = captured.filter((each) => isAbout(telling, each));
    for (const each of joined) regroup(each, connections.judge(each, now));
    leave(telling, cardOf.get(telling.id));
    summaries.delete(telling.id);
    if (joined.length === 0 && showsFailure(telling.lines)) tellAlone(telling);
  }

  function tellAlone({ id, protocol, lines }: Telling): void {
    const names = protocol ? [protocol] : PROTOCOLS.map(({ name }) => name);
    const readings = names.map((name) => {
      const told: Told = { protocol: name, lines, isAlone: true };
      return {
        told,
        ...caseOf({ ...connectionOf(id, told), neighbours: NO_NEIGHBOURS, asked: null, page, now, told }),
      };
    });
    const one = readings.find(({ told }) => told === likeliest(readings));
    if (!one) return;
    join(one, cardId(one));
    summarise(one.connection, { state: "failed", trouble: one.trouble });
  }

  function join(one: Case, id: string): void {
    const { startedAt, lastAt } = one.connection;
    const group = groups.get(id) ?? { members: new Map(), shown: one, firstAt: startedAt, lastAt, card: null };
    groups.set(id, group);
    group.members.set(one.connection.id, one);
    const wasShown = group.shown.connection === one.connection;
    group.shown = wasShown ? bestOf(group) : betterShown(group.shown, one);
    group.firstAt = Math.min(group.firstAt, startedAt);
    group.lastAt = Math.max(group.lastAt, lastAt);
    group.card = null;
    cardOf.set(one.connection.id, id);
  }

  function leave(connection: { id: string }, id: string | undefined): void {
    const group = id === undefined ? undefined : groups.get(id);
    if (id === undefined || !group) return;
    cardOf.delete(connection.id);
    group.members.delete(connection.id);
    group.card = null;
    if (group.members.size === 0) groups.delete(id);
    else if (group.shown.connection.id === connection.id) group.shown = bestOf(group);
  }

  function summarise(connection: Connection, outcome: Outcome): void {
    const { id, protocol, endpoint, transport, startedAt, lastAt } = connection;
    const counts = { sent: connection.sent.count, received: connection.received.count };
    const card = cardOf.get(id) ?? null;
    summaries.set(id, { id, protocol, endpoint, transport, state: outcome.state, startedAt, lastAt, ...counts, card });
  }

  function read(): Analysis {
    tellings.all().forEach(settle);
    const cards = [...groups.values()].map((group) => {
      group.card ??= makeCard(
        group.shown,
        { occurrences: group.members.size, firstAt: group.firstAt, lastAt: group.lastAt },
        knowledge,
      );
      return group.card;
    });
    cards.sort((one, other) => other.lastAt - one.lastAt || (one.id < other.id ? -1 : 1));
    return {
      summary: {
        connections: summaries.size,
        failed: cardOf.size,
        cards: cards.length,
        notSeen: neverSeen([...unseen.values()]),
        otherRequests: connections.unrecognised(),
      },
      cards,
      connections: [...summaries.values()],
    };
  }

  return { take, read, connectionOf: connections.ownerOf };
}

/** Transports that hold a request open for as long as they last. */
const STREAMS: readonly (Transport | null)[] = ["sse", "long-polling", "polling"];

function hostOf({ endpoint }: Connection): string {
  return parseUrl(endpoint).host;
}

function newEndpoint(): Endpoint {
  return { opened: new Set(), openedBySocket: new Set(), troubled: new Set(), silences: new Map(), asked: null };
}

function bestOf(group: Group): Case {
  return [...group.members.values()].reduce(betterShown);
}

/** Returns whether the endpoint's neighbours have something new to say. */
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

/** Returns whether the endpoint's neighbours have something new to say. */
function countCut({ silences }: Endpoint, connection: Connection): boolean {
  const silence = idleBeforeEnd(connection) ?? 0;
  if (silence < SILENCE_MS || silences.get(connection.id) === silence) return false;
  silences.set(connection.id, silence);
  const [oldest] = silences.keys();
  if (silences.size > NEIGHBOURS_COUNTED + 1 && oldest) silences.delete(oldest);
  return true;
}

/** Proxies look after their timers now and then only: what differs by a tenth is alike. */
function cutAlike({ silences }: Endpoint, connection: Connection): number {
  const own = silences.get(connection.id);
  if (own === undefined) return 0;
  return [...silences].filter(([id, other]) => id !== connection.id && Math.abs(other - own) <= own / 10).length;
}

function neighboursOf(endpoint: Endpoint, connection: Connection): Omit<Neighbours, "hostStreams"> {
  const others = (set: Set<string>) => set.size - Number(set.has(connection.id));
  const opened = others(endpoint.opened);
  const bySocket = others(endpoint.openedBySocket);
  return {
    opened: opened > 1 ? 2 : opened === 1 ? 1 : 0,
    openedByWebSocket: bySocket > 0,
    openedWithoutWebSocket: opened > bySocket,
    cutAlike: cutAlike(endpoint, connection),
  };
}

/** What no source could see. */
function neverSeen(bySource: Unseen[][]): Unseen[] {
  const [first = [], ...others] = bySource;
  return first.filter((each) => others.every((list) => list.includes(each)));
}
