import type { Drawer } from "../host.js";
import type { Rules } from "../live.js";
import type { Notice } from "../notice.js";
import { words } from "../words.js";
import { readSettings, type Settings } from "./settings.js";
import { FIRST_VIEW, type Kept, readKept, type View } from "./view.js";

/** Everything that the panel knows besides recordings. */
export interface PanelState extends Kept {
  settings: Settings;
  /** How files and texts are looked at; the inspected tab's `view` outlives the panel. */
  others: Readonly<Record<string, View>>;
  notice: Notice | null;
}

export interface Store {
  load(): Promise<void>;
  get(): PanelState;
  set(change: Partial<PanelState>): void;
  view(source: string): View;
  setView(source: string, change: Partial<View>): void;
  setSettings(settings: Settings): void;
  rules(): Rules;
  isPaused(): boolean;
  /** Ends a pause, or begins one. */
  pause(on: boolean): void;
}

/** The source whose view is kept: the inspected tab. */
export const LIVE = "live";

/** Pauses end up in what is kept; the oldest say nothing of what is still recorded. */
const PAUSES_KEPT = 100;

export function createStore({ settings, kept }: { settings: Drawer; kept: Drawer }, changed: () => void): Store {
  let state: PanelState = { ...readKept(null), settings: readSettings(null), others: {}, notice: null };

  function set(change: Partial<PanelState>): void {
    state = { ...state, ...change };
    changed();
  }

  function keep(change: Partial<Kept>): void {
    set(change);
    kept.save({ view: state.view, pauses: state.pauses }, (why) => notKept(words.viewNotKept(why)));
  }

  /** It holds for this panel; said once, as every letter of a filter is to be kept. */
  function notKept(text: string): void {
    if (state.notice?.text !== text) set({ notice: { tone: "warning", text } });
  }

  const isPaused = () => state.pauses.at(-1)?.to === null;

  return {
    async load() {
      // A drawer that cannot be opened is as good as an empty one.
      const [chosen, left] = await Promise.all([settings.load(), kept.load()].map((each) => each.catch(() => null)));
      state = { ...state, ...readKept(left), settings: readSettings(chosen) };
    },
    get: () => state,
    set,
    view: (source) => (source === LIVE ? state.view : (state.others[source] ?? FIRST_VIEW)),
    setView(source, change) {
      if (source === LIVE) keep({ view: { ...state.view, ...change } });
      else set({ others: { ...state.others, [source]: { ...FIRST_VIEW, ...state.others[source], ...change } } });
    },
    setSettings(chosen) {
      set({ settings: chosen });
      settings.save(chosen, (why) => notKept(words.settingsNotKept(why)));
    },
    rules: () => ({ keeps: state.settings.keeps, marks: state.settings.marks, pauses: state.pauses }),
    isPaused,
    pause(on) {
      if (on === isPaused()) return;
      const pauses = on
        ? [...state.pauses, { from: Date.now(), to: null }]
        : state.pauses.map((each) => ({ ...each, to: each.to ?? Date.now() }));
      keep({ pauses: pauses.slice(-PAUSES_KEPT) });
    },
  };
}
