import { words } from "../words.js";
import type { Decoded } from "./decoded.js";
import script from "./search.worker.ts?beside";
import { searchTextOf } from "./search-text.js";
import type { Progress, ToSearcher } from "./searching.js";
import { sliceEnd } from "./slices.js";

/** How far the search for a text is. */
export interface Found {
  /** Those that hold it; they grow in place as the search goes on. */
  messages: readonly Decoded[];
  done: number;
  fault: string | null;
}

interface Searcher {
  /** Begins where it is another text, and else says how far it is. */
  look(messages: readonly Decoded[], wanted: string): Found;
  stop(): void;
}

/** Searches very many messages away from the panel's own thread; what has been handed over once is searched again and again. */
export function createSearcher(changed: () => void): Searcher {
  let worker: Worker | null = null;
  let messages: readonly Decoded[] = [];
  let handed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let current = { wanted: "", nth: 0 };
  let holding: Decoded[] = [];
  let found = nothing();

  function start(): Worker {
    const started = new Worker(script, { type: "module" });
    started.onmessage = ({ data: { nth, places, done } }: MessageEvent<Progress>) => {
      if (nth !== current.nth) return;
      for (const place of places) {
        const message = messages[place];
        if (message) holding.push(message);
      }
      found = { ...found, done };
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

  function nothing(): Found {
    holding = [];
    return { messages: holding, done: 0, fault: null };
  }

  function handOver(): void {
    timer = undefined;
    const end = sliceEnd(handed, messages.length, (place) => messages[place]?.frame.payload.text?.length ?? 0);
    const texts = messages.slice(handed, end).map(searchTextOf);
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
      if (now !== messages) stop();
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
