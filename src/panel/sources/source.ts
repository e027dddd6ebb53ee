import type { ProtocolName } from "../../core/connection.js";
import type { Recording } from "../recording.js";
import type { Beside } from "./beside.js";
import type { Step } from "./reader-message.js";

/** What the panel can show: the tab as it is watched, a file that was opened, a text that was pasted. Each has a recording. */
export type Source = LiveSource | FileSource | TextSource;

interface LiveSource {
  kind: "live";
  id: string;
  recording: Recording;
}

export interface FileSource {
  kind: "file";
  id: string;
  name: string;
  recording: Recording;
  reading: Reading;
  /** What the reader should know about the file: what broke off, what was left out. */
  notes: readonly string[];
}

/** How far a file is read: at a step whose end nobody knows, or at a share from 0 to 1. */
type Reading = { state: "reading"; at: Step | number } | { state: "read" } | { state: "failed"; why: string };

export interface TextSource {
  kind: "text";
  id: string;
  recording: Recording;
  text: string;
  /** What the user says the text is about. */
  protocol: ProtocolName | null;
  /** The recording that it is looked at together with. */
  beside: Beside | null;
  notes: readonly string[];
}
