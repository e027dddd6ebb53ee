import type { NavigatedEvent } from "../core/traffic.js";

/** Page loads of one tab, by the time at which each began. */
export interface Pages {
  navigate(url: string, at: number): NavigatedEvent;
  /** The page load that a request of this time belongs to. */
  at(time: number): string;
}

/** A recorder names its loads by the time it started, so that those of two recorders differ. */
export function createPages(): Pages {
  const prefix = `devtools-page-${Date.now().toString(36)}`;
  const starts: number[] = [0];
  return {
    navigate(url, at) {
      const page = `${prefix}-${starts.push(at) - 1}`;
      return { kind: "navigated", id: page, at, page, url };
    },
    at: (time) => `${prefix}-${starts.findLastIndex((start) => start <= time)}`,
  };
}
