import { render } from "preact";
import { App } from "./App.js";
import type { Background } from "./background/state.js";
import type { Asking } from "./card/AskAgain.js";
import { createExporting, type Saving } from "./export/exporting.js";
import type { Host } from "./host.js";
import { createLive } from "./live.js";
import type { Notice } from "./notice.js";
import { createSources } from "./sources/sources.js";
import type { Settings } from "./state/settings.js";
import { createStore, type PanelState } from "./state/store.js";
import { words } from "./words.js";

/** After it has drawn, the panel rests for so many times as long, but never longer than this: the page and DevTools go first. */
const REST = 2;
const LONGEST_REST_MS = 100;
/** How often the clock moves pending requests on. */
const TICK_EVERY_MS = 5000;

/** Draws the panel into the page, and again whenever something has changed. */
export async function startPanel(root: HTMLElement, host: Host): Promise<void> {
  const { knowledge } = host;
  const store = createStore(host, drawNext);
  await store.load();
  const live = createLive(knowledge, store.rules);
  const sources = createSources(knowledge, host.watch ? live.recording : null, () => store.rules().marks, drawSoon);
  const theme = host.theme(drawNow);
  const asking: Asking = host.asking(live.recording, say);
  let background: Background = { way: "none", isOn: false, since: null };
  let saving: Saving | null = null;
  const exporting = createExporting({
    events: () => sources.current().recording.events(),
    version: host.version,
    say,
    saving(now) {
      saving = now;
      drawSoon();
    },
  });
  let restsUntil = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isNext = false;

  const watched = host.watch?.({
    events(events) {
      live.take(events);
      drawSoon();
    },
    missed(dropped) {
      live.recording().noteMissed(dropped);
      drawSoon();
    },
    cleared() {
      live.startAnew();
      drawSoon();
    },
  });

  host.background.watch((now) => {
    background = now;
    drawSoon();
  });

  setInterval(() => {
    live.take([{ kind: "tick", id: `tick-${Date.now()}`, at: Date.now() }]);
    drawSoon();
  }, TICK_EVERY_MS);

  function say(notice: Notice | null): void {
    store.set({ notice });
  }

  /** What comes in is drawn at once after a quiet time, and in a flood as often as drawing is cheap. */
  function drawSoon(): void {
    const wait = restsUntil - performance.now();
    // Where much has come at once, a timer would have its turn behind all of it.
    if (wait <= 0) drawNext();
    else timer ??= setTimeout(drawNow, wait);
  }

  /** Before the browser paints, but not within the effect that changed something: Preact would begin that effect again. */
  function drawNext(): void {
    if (isNext) return;
    isNext = true;
    queueMicrotask(() => {
      isNext = false;
      drawNow();
    });
  }

  function drawNow(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const from = performance.now();
    const current = sources.current();
    const { recording } = current;
    const state: PanelState = store.get();
    render(
      <App
        sources={sources.all()}
        current={current}
        onChoose={sources.choose}
        onOpen={sources.open}
        onCloseFile={sources.close}
        onExplain={sources.explain}
        asking={current.kind === "live" ? asking : NOT_ASKING}
        analysis={recording.read()}
        missed={recording.missed()}
        background={background}
        onBackground={turn}
        lookUp={recording.lookUp}
        exporting={exporting}
        saving={saving}
        view={store.view(current.id)}
        onView={(change) => store.setView(current.id, change)}
        settings={state.settings}
        others={recording.others}
        onSettings={changeSettings}
        isPaused={current.kind === "live" ? store.isPaused() : null}
        onPause={store.pause}
        onClear={clear}
        notice={state.notice}
        theme={state.settings.theme === "devtools" ? theme() : state.settings.theme}
      />,
      root,
    );
    const drawn = performance.now();
    restsUntil = drawn + Math.min(REST * (drawn - from), LONGEST_REST_MS);
  }

  function changeSettings(settings: Settings): void {
    const isMarkedAnew = settings.marks !== store.get().settings.marks;
    store.setSettings(settings);
    if (!isMarkedAnew) return;
    live.markAnew();
    sources.markAnew();
  }

  function turn(on: boolean): void {
    host.background.turn(on).then(
      (isDone) => {
        if (!isDone) say({ tone: "warning", text: words.background.refused });
      },
      (error: unknown) => say({ tone: "bad", text: `${words.background.refused} ${String(error)}` }),
    );
  }

  function clear(): void {
    const current = sources.current();
    say(null);
    if (current.kind === "live") watched?.clear();
    if (current.kind === "file") sources.close(current.id);
    if (current.kind === "text") sources.explain("", current.protocol);
  }

  drawNow();
}

/** Only what the inspected page itself called can be asked again. */
const NOT_ASKING: Asking = { urlFor: () => null, ask: () => undefined };
