import { type Analysis, createAnalysis } from "../core/analysis.js";
import type { Connection } from "../core/connection.js";
import { isSilenceAlike } from "../core/endpoints.js";
import { createBoundedLog, type Dropped, type Size } from "../core/event-log.js";
import { type Exchange, mergeExchange, newExchange } from "../core/exchange.js";
import { idleBeforeEnd } from "../core/facts/session.js";
import { CONNECTIONS_KEPT } from "../core/kept-connections.js";
import type { Knowledge } from "../core/knowledge.js";
import { createLatestIds } from "../core/latest-ids.js";
import type { CloseEvent, FrameEvent, PageEvent, SaidEvent, TrafficEvent } from "../core/traffic.js";
import type { Story, Witness } from "./witness.js";

/** What happened, but is not in the recording, in events. */
export interface Missed {
  /** Pushed out by a limit: messages, and all else. */
  frames: number;
  others: number;
  /** Connections of which nothing but their number is known any more. */
  connections: number;
  /** Came faster than a page's tap may tell. */
  inPages: number;
}

/** What the panel holds: every event once, its analysis, and each request and message by its id. */
export interface Recording {
  take(events: readonly TrafficEvent[]): void;
  /** What was gone before it could be told to this panel. Said again later, it counts things that came here in time. */
  noteMissed(before: Dropped): void;
  missed(): Missed;
  read(): Analysis;
  events(): readonly TrafficEvent[];
  /** What belongs to none of the protocols. */
  others(): Exchange[];
  /** The request, message or line that an evidence line names, or a whole connection; null when it is not (or no longer) recorded. */
  lookUp(id: string): Witness | null;
}

/** What the page went through shortly before and after a connection may have to do with it. */
const AROUND_MS = 5000;

/** Ids of what was told, so that a worker that tells all again tells nothing twice: more than any worker holds. */
const IDS_REMEMBERED = 200_000;

/** How much a recording keeps: what goes on, the latest; what does not grow (a file, a pasted text), everything. */
export type Keeps = "latest" | "everything";

export type MakeRecording = (keeps: Keeps) => Recording;

const EVERYTHING: Size = { events: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };

export function createRecording(knowledge: Knowledge, keeps: Keeps = "latest"): Recording {
  const keepsAll = keeps === "everything";
  const analysis = createAnalysis(knowledge, keepsAll ? undefined : { connections: CONNECTIONS_KEPT, dropped });
  const kept = createBoundedLog(keepsAll ? EVERYTHING : undefined, forget);
  const seen = createLatestIds(IDS_REMEMBERED);
  const exchanges = new Map<string, Exchange>();
  const frames = new Map<string, FrameEvent>();
  const closes = new Map<string, CloseEvent>();
  const pageEvents = new Map<string, PageEvent>();
  const lines = new Map<string, SaidEvent>();
  const closeOf = new Map<string, CloseEvent>();
  const framesOf = new Map<string, Set<FrameEvent>>();
  let before: Dropped | null = null;
  /** As last read; null when something has come since. */
  let read: Analysis | null = null;
  let inPages = 0;
  /** Connections as they were last looked up: to find what belongs to one takes a look at all. */
  const stories = new Map<string, Story | null>();

  function index(event: TrafficEvent): void {
    if (event.kind === "exchange") {
      const known = exchanges.get(event.exchange);
      if (known) mergeExchange(known, event);
      else exchanges.set(event.exchange, newExchange(event));
    }
    if (event.kind === "close") {
      closes.set(event.id, event);
      closeOf.set(event.exchange, event);
      const closed = exchanges.get(event.exchange);
      if (closed) closed.endedAt ??= event.at;
    }
    if (event.kind === "frame") {
      frames.set(event.id, event);
      const list = framesOf.get(event.exchange);
      if (list) list.add(event);
      else framesOf.set(event.exchange, new Set([event]));
    }
    if (event.kind === "page") pageEvents.set(event.id, event);
    if (event.kind === "said") lines.set(event.id, event);
    if (event.kind === "page" && event.what === "lost") inPages += Number(event.detail) || 0;
  }

  /** Whose they were is not known any more; they stay in the events that an export is made of. */
  function dropped(requests: ReadonlySet<string>): void {
    for (const id of requests) {
      exchanges.delete(id);
      framesOf.delete(id);
      closeOf.delete(id);
    }
  }

  function forget(event: TrafficEvent): void {
    if (event.kind === "exchange") {
      exchanges.delete(event.exchange);
      analysis.forgetRequest(event.exchange);
    }
    if (event.kind === "close") {
      closes.delete(event.id);
      closeOf.delete(event.exchange);
    }
    if (event.kind === "page") pageEvents.delete(event.id);
    if (event.kind === "said") lines.delete(event.id);
    if (event.kind !== "frame") return;
    frames.delete(event.id);
    const others = framesOf.get(event.exchange);
    others?.delete(event);
    if (others?.size === 0) framesOf.delete(event.exchange);
  }

  function take(batch: readonly TrafficEvent[]): void {
    read = null;
    stories.clear();
    for (const event of batch) {
      if (seen.has(event.id)) continue;
      if (event.kind !== "tick") seen.add(event.id);
      const told = analysis.take(event).filter(({ kind }) => kind !== "tick");
      for (const fresh of kept.add(told)) index(fresh);
    }
  }

  function lookUp(id: string): Witness | null {
    const said = lines.get(id);
    if (said) return { kind: "said", said };
    const told = id.startsWith("c") ? storyOf(id) : null;
    if (told) return { kind: "connection", ...told };
    const message = frames.get(id) ?? closes.get(id);
    const exchange = exchanges.get(message?.exchange ?? id);
    if (!exchange) return null;
    const own = { exchange, connection: analysis.connectionOf(exchange.id)?.id ?? null };
    if (!message)
      return { kind: "exchange", ...own, frames: [...(framesOf.get(id) ?? [])], close: closeOf.get(id) ?? null };
    return message.kind === "frame"
      ? { kind: "frame", frame: message, ...own }
      : { kind: "close", close: message, ...own };
  }

  function storyOf(id: string): Story | null {
    const known = stories.get(id);
    if (known !== undefined) return known;
    const told = story(id);
    stories.set(id, told);
    return told;
  }

  function story(id: string): Story | null {
    const own = [...exchanges.values()].filter((each) => analysis.connectionOf(each.id)?.id === id);
    const [first] = own;
    const connection = first ? analysis.connectionOf(first.id) : null;
    if (!connection) return null;
    const { startedAt, lastAt } = connection;
    return {
      connection,
      exchanges: own.sort((one, other) => one.startedAt - other.startedAt),
      frames: own.flatMap((each) => [...(framesOf.get(each.id) ?? [])]).sort((one, other) => one.at - other.at),
      closes: own.flatMap((each) => closeOf.get(each.id) ?? []),
      page: [...pageEvents.values()].filter(({ at }) => at >= startedAt - AROUND_MS && at <= lastAt + AROUND_MS),
      cutAlike: cutAlike(connection),
    };
  }

  function cutAlike(connection: Connection): number {
    const own = idleBeforeEnd(connection) ?? 0;
    const others = new Set([...closes.values()].map(({ exchange }) => analysis.connectionOf(exchange)));
    others.delete(connection);
    return [...others].filter(
      (other) => other?.endpoint === connection.endpoint && isSilenceAlike(own, idleBeforeEnd(other) ?? 0),
    ).length;
  }

  return {
    take,
    noteMissed(dropped) {
      before ??= { frames: dropped.frames, others: dropped.others };
    },
    missed: () => ({
      frames: kept.dropped.frames + (before?.frames ?? 0),
      others: kept.dropped.others + (before?.others ?? 0),
      connections: analysis.gone(),
      inPages,
    }),
    read() {
      read ??= analysis.read();
      return read;
    },
    events: kept.events,
    others: () => [...exchanges.values()].filter(({ id }) => analysis.connectionOf(id) === null),
    lookUp,
  };
}
