import type { Keeps, MakeRecording, Recording } from "../recording.js";
import { eventsOf, type Mark } from "./marks.js";

/** A recording that begins with what the user knows. */
export function createMarked(make: MakeRecording, marks: readonly Mark[], keeps: Keeps): Recording {
  const recording = make(keeps);
  recording.take(eventsOf(marks));
  return recording;
}

/** The same recording, looked at with other marks: all that is in it is taken in again. */
export function remarked(before: Recording, make: MakeRecording, marks: readonly Mark[], keeps: Keeps): Recording {
  const recording = createMarked(make, marks, keeps);
  recording.noteMissed(before.missed());
  recording.take(before.events().filter(({ kind }) => kind !== "marked"));
  return recording;
}
