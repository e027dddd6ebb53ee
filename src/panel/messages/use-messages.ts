import { useEffect, useMemo, useReducer, useRef } from "preact/hooks";
import type { Story } from "../witness.js";
import type { Conversation } from "./conversation.js";
import { createReader } from "./decode.js";
import { framesOf, spokenOn } from "./of-story.js";
import { createReading, type Reading } from "./reading.js";

/** While many are read, so often is drawn how many they are by now. */
const DRAWN_EACH_MS = 150;

/** The messages of a connection: what came since is read on, and many are read step by step. */
export function useMessages(story: Story): { conversation: Conversation; isReading: boolean } {
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);
  const kept = useRef<{ of: string; reading: Reading } | null>(null);
  const frames = useMemo(() => framesOf(story), [story.frames, story.exchanges]);
  const spoken = spokenOn(story);
  // What is read, and how: when that changes, all is read anew.
  const of = JSON.stringify([story.connection.id, spoken]);
  if (kept.current?.of !== of || !kept.current.reading.goesOnIn(frames))
    kept.current = { of, reading: createReading(createReader(spoken)) };
  const { reading } = kept.current;
  const isReading = reading.step(frames);
  useEffect(() => {
    if (!isReading) return;
    const drawn = performance.now();
    const goOn = () => {
      if (!reading.step(frames) || performance.now() - drawn > DRAWN_EACH_MS) drawAgain(undefined);
      else timer = setTimeout(goOn);
    };
    let timer = setTimeout(goOn);
    return () => clearTimeout(timer);
  });
  return { conversation: reading.conversation, isReading };
}
