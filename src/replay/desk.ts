import { type Asked, askedBy, keyOf, sessionIn } from "./asked.js";
import type { Played } from "./recording.js";
import type { Session, Sessions } from "./sessions.js";
import { createStory, type Story } from "./story.js";

/** The recorded request that answers a live one. */
export interface Found {
  record: Played;
  story: Story;
  session: Session | null;
  /** The recording has no more of the kind: this is its last one once again. */
  isOver: boolean;
}

/** Finds what answers a request: of its own session, in the recorded order; from the beginning again at the end. */
export interface Desk {
  find(asked: Asked): Found | null;
}

/** So long after the last request somebody starts anew. */
const ANEW_AFTER_MS = 15_000;

export function createDesk(played: readonly Played[], sessions: Sessions, speed: number): Desk {
  const byKey = new Map<string, Played[]>();
  for (const record of played) {
    const key = keyOf(askedBy(record.exchange));
    byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  const anewAfter = ANEW_AFTER_MS + longestPause(played);
  const turns = new Map<string, number>();
  let lastAt = Date.now();

  function alone(record: Played, session: Session | null, isOver = false): Found {
    return { record, story: createStory([record], speed), session, isOver };
  }

  /** The next of these, the first after the last. */
  function nextOf(records: Played[], turn: string, session: Session | null): Found | null {
    const count = turns.get(turn) ?? 0;
    turns.set(turn, count + 1);
    const record = records[count % records.length];
    return record ? alone(record, session) : null;
  }

  function ofSession(records: Played[], key: string, session: Session): Found | null {
    const count = session.asked.get(key) ?? 0;
    session.asked.set(key, count + 1);
    const record = records[count];
    if (record?.exchange.channel === "preflight") return alone(record, session);
    if (record) return { record, story: session.story, session, isOver: false };
    const last = records.at(-1);
    return last ? alone(last, session, true) : null;
  }

  return {
    find(asked) {
      if (Date.now() - lastAt > anewAfter) turns.clear();
      lastAt = Date.now();
      const key = keyOf(asked);
      const session = asked.session === null ? null : sessions.of(asked.session);
      const all = byKey.get(key) ?? [];
      const own = all.filter(({ exchange }) => sessionIn(exchange.address) === (session?.recorded ?? null));
      if (own.length > 0) return session ? ofSession(own, key, session) : nextOf(own, key, null);
      return nextOf(all, `any ${key}`, session);
    },
  };
}

function longestPause(played: readonly Played[]): number {
  return played.reduce(
    (longest, { exchange }, index) =>
      Math.max(longest, exchange.startedAt - (played[index - 1]?.exchange.startedAt ?? exchange.startedAt)),
    0,
  );
}
