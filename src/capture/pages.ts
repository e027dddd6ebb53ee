import type { NavigatedEvent } from "../core/traffic.js";

/** Page loads of one tab, by the time at which each began. */
export interface Pages {
  navigate(url: string, began: { at: number; toldAt: number }): NavigatedEvent;
  /** The page load that a request of this time belongs to. */
  at(time: number): string;
  /** Before the first that was told of. */
  isBeforeAll(time: number): boolean;
}

/** Two readings of one start differ by that much. */
const SAME_START_MS = 2;

/** A recorder names its loads by the time it started, so that those of two recorders differ. */
export function createPages(): Pages {
  const prefix = `devtools-page-${Date.now().toString(36)}`;
  const starts: number[] = [0];
  return {
    navigate(url, { at: begun, toldAt }) {
      // One that began before the one it follows came back out of the browser's cache, and begins again.
      const at = (starts.at(-1) ?? 0) - begun > SAME_START_MS ? toldAt : begun;
      const page = `${prefix}-${starts.push(at) - 1}`;
      return { kind: "navigated", id: page, at, page, url };
    },
    at: (time) => `${prefix}-${starts.findLastIndex((start) => start <= time)}`,
    isBeforeAll: (time) => starts.findLastIndex((start) => start <= time) === 0,
  };
}
