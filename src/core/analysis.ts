import { isAskedAgain } from "./ask-again.js";
import { type Benign, createBenignRemarks } from "./benign.js";
import type { Card } from "./card.js";
import { createCardGroups } from "./card-groups.js";
import { createCases } from "./cases.js";
import { type Connection, troubleOf } from "./connection.js";
import { createConnections } from "./connections.js";
import { createDue } from "./due.js";
import { createEndpoints } from "./endpoints.js";
import { mergeExchange, newExchange } from "./exchange.js";
import { judge } from "./judge.js";
import { createKeptConnections } from "./kept-connections.js";
import type { Knowledge } from "./knowledge.js";
import { createPageStates } from "./page-states.js";
import { createLogged } from "./said/logged.js";
import { createTellings, isAbout, type Telling } from "./said/tellings.js";
import { showsFailure, speaksOfRealtime } from "./said/told.js";
import { type ConnectionSummary, createSummaries } from "./summaries.js";
import type { ExchangeEvent, NavigatedEvent, PageEvent, TrafficEvent } from "./traffic.js";
import { createUnseen, type Unseen } from "./unseen.js";
import { endpointOf, parseUrl } from "./url.js";
import { createWitnesses } from "./witnesses.js";

export interface Analysis {
  summary: { connections: number; failed: number; cards: number; notSeen: Unseen[]; otherRequests: number };
  /** Newest first. */
  cards: Card[];
  connections: ConnectionSummary[];
  /** What looks like an error and is none, at connections without a fault. */
  benign: Benign[];
}

/** An analysis that goes on: takes events one by one, and can be read at any time. */
export interface LiveAnalysis {
  /** Returns what there was to take: of a handshake that several sources tell of, each thing once and under one id. */
  take(event: TrafficEvent): readonly TrafficEvent[];
  read(): Analysis;
  /** The connection that a request belongs to, with all that is known of it; null for one of no protocol. */
  connectionOf(exchange: string): Connection | null;
  /** Connections that had to go, as there were too many. The summary and the cards still count them. */
  gone(): number;
  /** Nobody will look this request up any more; if it is over, no more is to be told of it either. */
  forgetRequest(exchange: string): void;
}

/** What a live analysis keeps; what is made of a file ends with it. */
interface Limit {
  connections: number;
  /** Hears of the requests of connections that had to go. */
  dropped(requests: ReadonlySet<string>): void;
}

const NO_LIMIT: Limit = { connections: Number.POSITIVE_INFINITY, dropped: () => {} };

/** To find all that is known of a request takes a look at everything. */
const FORGOTTEN_AT_ONCE = 1000;

/** All at once what `createAnalysis` does event by event. */
export function analyse(events: Iterable<TrafficEvent>, knowledge: Knowledge): Analysis {
  const live = createAnalysis(knowledge);
  for (const event of events) live.take(event);
  return live.read();
}

/**
 * Work per event does not grow with what came before: neighbours are counted to three, and who looks waits for the
 * diagnosis.
 */
export function createAnalysis(knowledge: Knowledge, limit: Limit = NO_LIMIT): LiveAnalysis {
  const connections = createConnections();
  const tellings = createTellings();
  const logged = createLogged();
  const endpoints = createEndpoints();
  const groups = createCardGroups(knowledge);
  const summaries = createSummaries();
  const unseen = createUnseen();
  const witnesses = createWitnesses();
  const page = createPageStates();
  const benign = createBenignRemarks(knowledge);
  const cases = createCases(knowledge, { endpoints, tellings, logged, page });
  const kept = createKeptConnections(limit.connections);
  const due = createDue(diagnose);
  const forgotten = new Set<string>();
  /** Without a fault, and not yet looked at for what only looks like one. */
  const unremarked = new Set<Connection>();
  let now = 0;

  function take(event: TrafficEvent): readonly TrafficEvent[] {
    const told = witnesses.take(event);
    for (const each of told) takeIn(each);
    return told;
  }

  function takeIn(event: TrafficEvent): void {
    now = Math.max(now, event.at);
    if (event.kind === "said") (event.from === "console" ? logged : tellings).take(event);
    if (event.kind === "coverage") unseen.take(event);
    if (event.kind === "exchange" && isAskedAgain(event)) {
      noteAnswer(event);
      return;
    }
    const changed = connections.take(event);
    if (event.kind === "page" || event.kind === "navigated") takePage(event, changed);
    for (const connection of changed) examine(connection);
    const surplus = kept.surplus();
    if (surplus) drop(surplus);
    if (event.kind === "said" && event.from) for (const each of due.recent()) due.wait(each);
  }

  /** What waits is diagnosed by what was known before, unless it is to be examined or diagnosed anew. */
  function takePage(event: PageEvent | NavigatedEvent, changed: readonly Connection[]): void {
    const since = event.kind === "page" ? page.concernsSince(event) : null;
    const concerned = since === null ? [] : [...due.recent()].filter(({ lastAt }) => lastAt >= since);
    const left = new Set([...changed, ...concerned]);
    for (const each of due.waiting()) if (!left.has(each)) due.diagnoseNow(each);
    page.take(event);
    concerned.forEach(due.wait);
  }

  /** No attempt of the page's: it is evidence for those that were made, and counts as none. */
  function noteAnswer(event: ExchangeEvent): void {
    const endpoint = endpoints.at(endpointOf(parseUrl(event.url)));
    if (!endpoint) return;
    if (endpoint.asked?.id === event.exchange) mergeExchange(endpoint.asked, event);
    else if (event.status !== null) endpoint.asked = newExchange(event);
    endpoint.troubled.forEach(due.wait);
  }

  function examine(connection: Connection): void {
    if (connection.absorbedBy) {
      forget(connection);
      return;
    }
    const outcome = judge(connection, now);
    const { troubled } = endpoints.of(connection);
    if (outcome.state === "failed") clearRemark(connection);
    else unremarked.add(connection);
    if (troubleOf(outcome)) {
      troubled.add(connection);
      due.remember(connection);
      due.wait(connection);
    } else {
      troubled.delete(connection);
      clearTrouble(connection);
    }
    for (const each of endpoints.note(connection, outcome)) due.wait(each);
    kept.note(connection, outcome);
    summaries.note(connection, outcome);
  }

  function clearTrouble(connection: Connection): void {
    due.forget(connection);
    groups.leave(connection.id);
  }

  function forget(connection: Connection): void {
    endpoints.forget(connection);
    clearTrouble(connection);
    kept.forget(connection);
    summaries.forget(connection.id);
    clearRemark(connection);
  }

  /** What they showed is counted first. */
  function drop(those: ReadonlySet<Connection>): void {
    for (const connection of those) {
      due.drop(connection);
      if (unremarked.delete(connection)) remark(connection);
      groups.drop(connection.id);
      benign.drop(connection.id);
      summaries.forget(connection.id);
    }
    const requests = connections.forget(those);
    witnesses.forget(requests);
    limit.dropped(requests);
    endpoints.drop(those, summaries.endpoints());
  }

  function forgetRequest(exchange: string): void {
    if (!connections.forgetRequest(exchange)) return;
    forgotten.add(exchange);
    if (forgotten.size < FORGOTTEN_AT_ONCE) return;
    witnesses.forget(forgotten);
    forgotten.clear();
  }

  function clearRemark(connection: Connection): void {
    unremarked.delete(connection);
    benign.note(connection.id, null);
  }

  /** Whoever reads the analysis is told what is no fault, too; until then it may still become one. */
  function remark(connection: Connection): void {
    benign.note(connection.id, cases.factsOfWell(connection, now));
  }

  function diagnose(connection: Connection): void {
    const trouble = troubleOf(judge(connection, now));
    if (!trouble) {
      groups.leave(connection.id);
      return;
    }
    groups.join(cases.ofTroubled(connection, trouble, now));
  }

  /** Lines join the troubled connections that they speak of; where none was captured, they stand for one of their own. */
  function settle(telling: Telling): void {
    const captured = [...endpoints.all()].flatMap(({ troubled }) => [...troubled]);
    const joined = captured.filter((each) => isAbout(telling, each));
    joined.forEach(due.diagnoseNow);
    groups.leave(telling.id);
    summaries.forget(telling.id);
    if (joined.length > 0) return;
    if (!showsFailure(telling.lines)) benign.note(telling.id, cases.factsOfText(telling, now));
    else if (speaksOfRealtime(telling.lines)) tellAlone(telling);
  }

  function tellAlone(telling: Telling): void {
    const one = cases.ofText(telling, now);
    if (!one) return;
    // Somebody complains, but of what is known to be none of a failure.
    if (benign.note(telling.id, one.finding.causes.length === 0 ? one.facts : null)) return;
    groups.join(one);
    summaries.note(one.connection, { state: "failed", trouble: one.trouble });
  }

  function read(): Analysis {
    tellings.all().forEach(settle);
    for (const each of due.waiting()) due.diagnoseNow(each);
    unremarked.forEach(remark);
    unremarked.clear();
    const cards = groups.cards(due.diagnoseNow);
    return {
      summary: {
        connections: summaries.count() + kept.gone(),
        failed: groups.failed(),
        cards: cards.length,
        notSeen: unseen.all(),
        otherRequests: connections.unrecognised(),
      },
      cards,
      connections: summaries.all(groups.cardOf, now),
      benign: benign.all(),
    };
  }

  return { take, read, connectionOf: connections.ownerOf, gone: kept.gone, forgetRequest };
}
