import type { TrafficEvent } from "../core/traffic.js";
import type { Background } from "./background/state.js";
import type { Asking } from "./card/AskAgain.js";
import type { Notice } from "./notice.js";
import type { Recording } from "./recording.js";
import type { Theme } from "./theme.js";

/** What a panel takes from a tab that is watched. */
export interface Watching {
  events(events: readonly TrafficEvent[]): void;
  missed(dropped: { frames: number; others: number }): void;
  cleared(): void;
}

/** Where something is kept that outlives the panel. */
export interface Drawer {
  load(): Promise<unknown>;
  /** A moment later. `failed` hears why it could not be kept. */
  save(value: unknown, failed: (why: string) => void): void;
}

/** What stands around the panel: DevTools, a tab of its own, or the plain page that shows samples. */
export interface Host {
  version: string;
  /** The clock of what is watched. */
  now(): number;
  /** Begins to tell of the inspected tab, and returns how to forget what was recorded; null where there is no such tab. */
  watch: ((to: Watching) => { clear(): void }) | null;
  /** Loads the inspected page anew; null where there is no such tab. */
  reload: (() => void) | null;
  asking(live: () => Recording, say: (notice: Notice) => void): Asking;
  background: {
    watch(changed: (background: Background) => void): void;
    /** False where the user, or the browser, said no. */
    turn(on: boolean): Promise<boolean>;
  };
  settings: Drawer;
  /** Of the inspected tab. */
  kept: Drawer;
  theme(changed: () => void): () => Theme;
}
