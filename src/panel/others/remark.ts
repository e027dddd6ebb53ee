import type { Size } from "../../core/event-log.js";
import type { Knowledge } from "../../core/knowledge.js";
import { createRecording, type Recording } from "../recording.js";
import { eventsOf, type Mark } from "./marks.js";

/** A recording that begins with what the user knows. */
export function createMarked(knowledge: Knowledge, marks: readonly Mark[], limit?: Size): Recording {
  const recording = createRecording(knowledge, limit);
  recording.take(eventsOf(marks));
  return recording;
}

/** The same recording, looked at with other marks: all that is in it is taken in again. */
export function remarked(before: Recording, knowledge: Knowledge, marks: readonly Mark[], limit?: Size): Recording {
  const recording = createMarked(knowledge, marks, limit);
  recording.noteMissed(before.missed());
  recording.take(before.events().filter(({ kind }) => kind !== "marked"));
  return recording;
}
