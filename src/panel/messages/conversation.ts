import type { FrameEvent } from "../../core/traffic.js";
import type { Decoded } from "./decoded.js";

interface Tally {
  count: number;
  bytes: number;
  atLeast: boolean;
}

/**
 * What was read of a connection, in its order. It grows in place and counts as it grows: of 100,000 messages none is looked at
 * again because others came, or because the list was scrolled.
 */
export interface Conversation {
  readonly messages: readonly Decoded[];
  readonly tally: Readonly<Record<FrameEvent["direction"], Readonly<Tally>>>;
  /** Each kind once, in order of appearance. */
  readonly kinds: ReadonlySet<string>;
  /** What messages are about, by name. */
  readonly subjects: ReadonlySet<string>;
  readonly pings: number;
  /** How long each answer took, in milliseconds. */
  readonly answered: readonly number[];
  /** Of all payloads. */
  readonly characters: number;
}

/** More than these nobody looks through; the search finds them. */
const MOST_SUBJECTS = 100;

export function createConversation() {
  const messages: Decoded[] = [];
  const tally = { sent: { count: 0, bytes: 0, atLeast: false }, received: { count: 0, bytes: 0, atLeast: false } };
  const kinds = new Set<string>();
  const subjects = new Set<string>();
  const answered: number[] = [];
  const told = { pings: 0, characters: 0 };

  function add(message: Decoded): void {
    const { frame, kind, subject, isPing, answers } = message;
    messages.push(message);
    tally[frame.direction].count += 1;
    tally[frame.direction].bytes += frame.payload.bytes ?? 0;
    tally[frame.direction].atLeast ||= frame.payload.atLeast === true;
    if (kind !== "") kinds.add(kind);
    if (subject && subjects.size < MOST_SUBJECTS) subjects.add(subject);
    if (answers) answered.push(answers.afterMs);
    if (isPing) told.pings += 1;
    told.characters += frame.payload.text?.length ?? 0;
  }

  const conversation: Conversation = {
    messages,
    tally,
    kinds,
    subjects,
    answered,
    get pings() {
      return told.pings;
    },
    get characters() {
      return told.characters;
    },
  };
  return { conversation, add };
}
