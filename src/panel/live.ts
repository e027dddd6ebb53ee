import { createPageLoads } from "../core/page-loads.js";
import type { TrafficEvent } from "../core/traffic.js";
import type { Mark } from "./others/marks.js";
import { createMarked, remarked } from "./others/remark.js";
import type { MakeRecording, Recording } from "./recording.js";
import type { Pause } from "./state/view.js";

/** What the user wants of the inspected tab. */
export interface Rules {
  /** Does the recording go on when the page is left? */
  keeps: boolean;
  marks: readonly Mark[];
  pauses: readonly Pause[];
}

/** The inspected tab's recording, as it grows. */
export interface Live {
  recording(): Recording;
  take(events: readonly TrafficEvent[]): void;
  /** Everything was cleared. */
  startAnew(): void;
  /** Looks at everything again, as it is marked now. */
  markAnew(): void;
}

/**
 * Takes in what is told of the tab, but for what happened during a pause; and begins anew with each page where the user
 * wants that. A panel that opens later and is told everything again shows the same.
 */
export function createLive(make: MakeRecording, rules: () => Rules): Live {
  let recording = createMarked(make, rules().marks, "latest");
  const loads = createPageLoads();

  /** What the new page did may have been told of before the page itself; what cannot be seen stays so. */
  function turnPage(at: number): void {
    const ofThisPage = recording.events().filter((event) => event.kind === "coverage" || event.at >= at);
    startAnew();
    recording.take(ofThisPage);
  }

  /** What the worker's limits pushed out from now on, this panel has seen before. */
  function startAnew(): void {
    recording = createMarked(make, rules().marks, "latest");
    recording.noteMissed({ frames: 0, others: 0 });
  }

  return {
    recording: () => recording,
    startAnew,
    markAnew() {
      recording = remarked(recording, make, rules().marks, "latest");
    },
    take(events) {
      const { keeps, pauses } = rules();
      const wanted = pauses.length === 0 ? events : events.filter((event) => !isPaused(event, pauses));
      if (keeps) recording.take(wanted);
      else
        for (const event of wanted) {
          const load = event.kind === "navigated" ? loads.note(event) : null;
          if (load) turnPage(load.at);
          recording.take([event]);
        }
    },
  };
}

function isPaused({ kind, at }: TrafficEvent, pauses: readonly Pause[]): boolean {
  if (kind === "tick" || kind === "coverage") return false;
  return pauses.some(({ from, to }) => at >= from && (to === null || at < to));
}
