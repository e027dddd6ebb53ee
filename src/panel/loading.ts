import type { Analysis } from "../core/analysis.js";
import type { Dropped } from "../core/event-log.js";
import type { TrafficEvent } from "../core/traffic.js";
import type { Keeps, MakeRecording, Recording } from "./recording.js";

/** Whether recordings can be read yet. */
export type Loading = { state: "loading" } | { state: "loaded" } | { state: "failed"; why: string };

interface LoadedLater {
  loading(): Loading;
  /** Once they can be read, or never will. */
  settled: Promise<void>;
  /** Makes one that can be filled at once. */
  make: MakeRecording;
}

/** Recordings that are read once what diagnoses them has been loaded; until then they hold what they are told. */
export function loadLater(load: Promise<MakeRecording>): LoadedLater {
  let loading: Loading = { state: "loading" };
  let loaded: MakeRecording | null = null;
  const waiting: Waiting[] = [];

  const settled = load.then(
    (make) => {
      loaded = make;
      loading = { state: "loaded" };
      for (const each of waiting.splice(0)) each.become(make);
    },
    (error: unknown) => {
      loading = { state: "failed", why: error instanceof Error ? error.message : String(error) };
    },
  );

  function make(keeps: Keeps): Recording {
    if (loaded) return loaded(keeps);
    const fresh = createWaiting(keeps);
    waiting.push(fresh);
    return fresh.recording;
  }

  return { loading: () => loading, settled, make };
}

interface Waiting {
  recording: Recording;
  become(make: MakeRecording): void;
}

/** What an analysis of nothing says. */
const NOTHING: Analysis = {
  summary: { connections: 0, failed: 0, cards: 0, notSeen: [], otherRequests: 0 },
  cards: [],
  connections: [],
  benign: [],
};

/** Takes part in everything as the recording that it becomes, but for what only that one knows. */
function createWaiting(keeps: Keeps): Waiting {
  let events: TrafficEvent[] = [];
  let before: Dropped | null = null;
  let own: Recording | null = null;
  const recording: Recording = {
    take(batch) {
      if (own) own.take(batch);
      else for (const event of batch) events.push(event);
    },
    noteMissed(dropped) {
      if (own) own.noteMissed(dropped);
      else before ??= { frames: dropped.frames, others: dropped.others };
    },
    missed: () => own?.missed() ?? { frames: 0, others: 0, ...before, connections: 0, inPages: 0 },
    read: () => own?.read() ?? NOTHING,
    events: () => own?.events() ?? events,
    others: () => own?.others() ?? [],
    lookUp: (id) => own?.lookUp(id) ?? null,
  };
  return {
    recording,
    become(make) {
      own = make(keeps);
      if (before) own.noteMissed(before);
      own.take(events);
      events = [];
    },
  };
}
