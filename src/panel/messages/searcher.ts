import { words } from "../words.js";
import type { Decoded } from "./decoded.js";
import script from "./search.worker.ts?beside";
import { searchTextOf } from "./search-text.js";
import type { Progress, ToSearcher } from "./searching.js";

/** How far the search for a text is. */
export interface Found {
  /** Places of the messages that hold it. */
  places: readonly number[];
  done: number;
  fault: string | null;
}

interface Searcher {
  /** Begins where it is another text, and else says how far it is. */
  look(messages: readonly Decoded[], wanted: string): Found;
  stop(): void;
}

/** Few enough that the panel answers between two batches. */
const BATCH = 2000;

/** Searches very many messages away from the panel's own thread; what has been handed over once is searched again and again. */
export function createSearcher(changed: () => void): Searcher {
  let worker: Worker | null = null;
  let messages: readonly Decoded[] = [];
  let handed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = { wanted: "", nth: 0 };
  let found = nothing();

  function start(): Worker {
    const started = new Worker(script, { type: "module" });
    started.onmessage = ({ data: { nth, places, done } }: MessageEvent<Progress>) => {
      if (nth !== current.nth) return;
      found = { ...found, places: places.length > 0 ? [...found.places, ...places] : found.places, done };
      changed();
    };
    started.onerror = ({ message }) => {
      found = { ...found, fault: message || words.fault.searcherStopped };
      changed();
    };
    return started;
  }

  function stop(): void {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
    handed = 0;
    current = { wanted: "", nth: current.nth + 1 };
    found = nothing();
  }

  function handOver(): void {
    timer = undefined;
    const texts = messages.slice(handed, handed + BATCH).map(searchTextOf);
    if (texts.length === 0) return;
    handed += texts.length;
    tell({ type: "texts", texts });
    timer = setTimeout(handOver);
  }

  function tell(message: ToSearcher): void {
    worker ??= start();
    worker.postMessage(message);
  }

  return {
    look(now, wanted) {
      const goesOn = handed === 0 || now[handed - 1] === messages[handed - 1];
      if (!goesOn) stop();
      messages = now;
      if (wanted !== current.wanted) {
        current = { wanted, nth: current.nth + 1 };
        found = { ...nothing(), fault: found.fault };
        tell({ type: "search", ...current });
      }
      timer ??= setTimeout(handOver);
      return found;
    },
    stop,
  };
}

function nothing(): Found {
  return { places: [], done: 0, fault: null };
}
