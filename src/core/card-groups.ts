import { type Card, type Case, cardId, makeCard } from "./card.js";
import type { Connection } from "./connection.js";
import type { Knowledge } from "./knowledge.js";

/** Which troubled connections are on which card. Of each only its weight is kept, and as a whole the one that shows best. */
export interface CardGroups {
  /** Puts a connection on its card, and takes it off the one that it was on. */
  join(one: Case): void;
  leave(connection: string): void;
  /** The connection is no longer kept; its card still counts it, and shows the last one where no other is left. */
  drop(connection: string): void;
  cardOf(connection: string): string | null;
  /** How many connections are on cards. */
  failed(): number;
  /** Newest first. Where the one that was shown has left, the next best is asked for, to join once more as it stands now. */
  cards(again: (connection: Connection) => void): Card[];
}

interface Group {
  members: Map<string, Member>;
  /** How many were on it and are no longer kept. */
  gone: number;
  shown: Case | null;
  firstAt: number;
  lastAt: number;
  /** The card as last made; null when it must be made again. */
  card: Card | null;
}

interface Member {
  connection: Connection;
  score: number;
}

/** Cards of which no connection is kept any more. */
const EMPTY_KEPT = 200;

export function createCardGroups(knowledge: Knowledge): CardGroups {
  const groups = new Map<string, Group>();
  const cardOf = new Map<string, string>();
  const empty = new Set<string>();
  let gone = 0;

  function join(one: Case): void {
    const id = cardId(one);
    const { connection } = one;
    if (cardOf.get(connection.id) !== id) leave(connection.id);
    cardOf.set(connection.id, id);
    const { startedAt, lastAt } = connection;
    const group = groups.get(id) ?? {
      members: new Map(),
      gone: 0,
      shown: null,
      firstAt: startedAt,
      lastAt,
      card: null,
    };
    groups.set(id, group);
    empty.delete(id);
    group.shown = shownWith(group, one);
    group.firstAt = Math.min(group.firstAt, startedAt);
    group.lastAt = Math.max(group.lastAt, lastAt);
    group.card = null;
  }

  function leave(connection: string): void {
    const id = cardOf.get(connection);
    const group = id === undefined ? undefined : groups.get(id);
    if (id === undefined || !group) return;
    cardOf.delete(connection);
    group.members.delete(connection);
    group.card = null;
    if (group.shown?.connection.id === connection) group.shown = null;
    if (group.members.size === 0) groups.delete(id);
  }

  /** What it shows stays, until another joins it. */
  function drop(connection: string): void {
    const id = cardOf.get(connection);
    const group = id === undefined ? undefined : groups.get(id);
    if (id === undefined || !group) return;
    group.gone += 1;
    gone += 1;
    cardOf.delete(connection);
    group.members.delete(connection);
    group.card = null;
    if (group.members.size > 0) return;
    empty.add(id);
    const [oldest] = empty;
    if (empty.size <= EMPTY_KEPT || oldest === undefined) return;
    empty.delete(oldest);
    groups.delete(oldest);
  }

  function cards(again: (connection: Connection) => void): Card[] {
    for (const group of groups.values()) {
      while (!group.shown && group.members.size > 0) again((bestOf(group) as Member).connection);
    }
    const made = [...groups.values()].flatMap((group) => cardFor(group) ?? []);
    return made.sort((one, other) => other.lastAt - one.lastAt || (one.id < other.id ? -1 : 1));
  }

  function cardFor(group: Group): Card | null {
    const { shown, members, gone, firstAt, lastAt } = group;
    group.card ??= shown && makeCard(shown, { occurrences: members.size + gone, firstAt, lastAt }, knowledge);
    return group.card;
  }

  return {
    join,
    leave,
    drop,
    cardOf: (connection) => cardOf.get(connection) ?? null,
    failed: () => cardOf.size + gone,
    cards,
  };
}

/** Which case its card shows once this one is on it; null where that is another one, of which only the weight is known. */
function shownWith(group: Group, one: Case): Case | null {
  const { members, shown } = group;
  const { connection } = one;
  const member: Member = { connection, score: one.finding.causes[0]?.score ?? 0 };
  const before = members.get(connection.id);
  members.set(connection.id, member);
  if (shown && shown.connection !== connection) {
    const rival = members.get(shown.connection.id);
    return rival && isBetter(rival, member) ? shown : one;
  }
  if (shown && before && member.score >= before.score) return one;
  return bestOf(group) === member ? one : null;
}

function bestOf({ members }: Group): Member | undefined {
  let best: Member | undefined;
  for (const each of members.values()) if (!best || !isBetter(best, each)) best = each;
  return best;
}

/** Shows more; or began no later, where both show the same. */
function isBetter(one: Member, other: Member): boolean {
  if (one.score !== other.score) return one.score > other.score;
  return one.connection.startedAt <= other.connection.startedAt;
}
