import type { ProtocolName } from "../../core/connection.js";
import { looksLikeHar } from "../../har/looks-like-har.js";
import type { Mark } from "../others/marks.js";
import { createMarked, remarked } from "../others/remark.js";
import type { MakeRecording, Recording } from "../recording.js";
import { LIVE } from "../state/store.js";
import { words } from "../words.js";
import type { Beside } from "./beside.js";
import { startReader } from "./reader.js";
import type { ReaderMessage } from "./reader-message.js";
import type { FileSource, Source, TextSource } from "./source.js";

export interface Sources {
  all(): readonly Source[];
  current(): Source;
  choose(id: string): void;
  /** Reads files, each into a source of its own, and shows the last. */
  open(files: readonly File[]): void;
  /** Stops reading, where it goes on, and forgets the file. */
  close(id: string): void;
  /** Together with the recording that it stands beside, if any. */
  explain(text: string, protocol: ProtocolName | null): void;
  /** Sets the text beside a recording, or lets it stand alone again. */
  setBeside(beside: Beside | null): void;
  /** Looks at every file again, as places are marked now. */
  markAnew(): void;
}

const TEXT = "text";

/** Without a live recording (the panel as a tab of its own) it begins with the pasted text. */
export function createSources(
  make: MakeRecording,
  live: (() => Recording) | null,
  marks: () => readonly Mark[],
  changed: () => void,
): Sources {
  const files: FileSource[] = [];
  const stops = new Map<string, () => void>();
  let text: TextSource = {
    kind: "text",
    id: TEXT,
    recording: make("everything"),
    text: "",
    protocol: null,
    beside: null,
    notes: [],
  };
  let chosen = live ? LIVE : TEXT;
  let opened = 0;

  function all(): Source[] {
    const watched: Source[] = live ? [{ kind: "live", id: LIVE, recording: live() }] : [];
    return [...watched, ...files, text];
  }

  function take(source: FileSource, message: ReaderMessage): void {
    if (message.type === "step") source.reading = { state: "reading", at: message.step };
    else if (message.type === "events") {
      source.recording.take(message.events);
      source.reading = { state: "reading", at: message.share };
    } else if (message.type === "read") {
      source.reading = { state: "read" };
      source.notes = message.notes;
    } else source.reading = { state: "failed", why: message.why };
    changed();
  }

  function open(file: File): void {
    opened += 1;
    const id = `file-${opened}`;
    const recording = createMarked(make, marks(), "everything");
    const source: FileSource = {
      kind: "file",
      id,
      name: file.name,
      recording,
      reading: { state: "reading", at: "loading" },
      notes: [],
    };
    files.push(source);
    chosen = id;
    stops.set(
      id,
      startReader(file, `f${opened}-`, (message) => take(source, message)),
    );
  }

  function explain(asked: Pick<TextSource, "text" | "protocol" | "beside">): void {
    // What was read before stays in sight until this has been.
    text = { ...text, ...asked };
    changed();
    explained(make, asked).then(
      (source) => {
        if (text.text !== asked.text || text.protocol !== asked.protocol || text.beside !== asked.beside) return;
        text = source;
        changed();
      },
      () => {
        text = { ...text, notes: [words.partMissing] };
        changed();
      },
    );
  }

  return {
    all,
    current: () => all().find(({ id }) => id === chosen) ?? text,
    choose(id) {
      chosen = id;
      changed();
    },
    open(given) {
      given.forEach(open);
      changed();
    },
    close(id) {
      stops.get(id)?.();
      stops.delete(id);
      const place = files.findIndex((each) => each.id === id);
      if (place >= 0) files.splice(place, 1);
      if (chosen === id) chosen = files[Math.max(0, place - 1)]?.id ?? (live ? LIVE : TEXT);
      changed();
    },
    markAnew() {
      for (const file of files) file.recording = remarked(file.recording, make, marks(), "everything");
      changed();
    },
    explain: (given, protocol) => explain({ text: given, protocol, beside: text.beside }),
    setBeside(beside) {
      if (beside) chosen = TEXT;
      explain({ text: text.text, protocol: beside?.protocol ?? text.protocol, beside });
    },
  };
}

/** What is pasted counts as said when the recording beside it began: a log has no clock that could be trusted. */
async function explained(
  make: MakeRecording,
  asked: Pick<TextSource, "text" | "protocol" | "beside">,
): Promise<TextSource> {
  const { text, protocol, beside } = asked;
  const { eventsFromText } = await import("../../capture/text/events-from-text.js");
  const recording = make("everything");
  const { events, notes } = looksLikeHar(text)
    ? { events: [], notes: [words.explain.har] }
    : eventsFromText(text, { protocol, at: beside?.events[0]?.at ?? Date.now() });
  recording.take([...(beside?.events ?? []), ...events]);
  return { kind: "text", id: TEXT, recording, text, protocol, beside, notes };
}
