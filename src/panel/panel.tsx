import { render } from "preact";
import { App } from "./App.js";
import type { Background } from "./background/state.js";
import type { Asking } from "./card/AskAgain.js";
import { createDrawing } from "./drawing.js";
import { createExporting, type Saving } from "./export/exporting.js";
import type { Host } from "./host.js";
import { createLive } from "./live.js";
import { loadLater } from "./loading.js";
import type { Notice } from "./notice.js";
import { besideOf } from "./sources/beside.js";
import { createSources } from "./sources/sources.js";
import type { Settings } from "./state/settings.js";
import { createStore, type PanelState } from "./state/store.js";
import { words } from "./words.js";

/** How often the clock moves pending requests on. */
const TICK_EVERY_MS = 5000;

/** Draws the panel into the page, and again whenever something has changed. */
export async function startPanel(root: HTMLElement, host: Host): Promise<void> {
  const drawing = createDrawing(draw);
  const { make, loading, settled } = loadLater(import("./diagnosed.js").then((loaded) => loaded.makeDiagnosed));
  const store = createStore(host, drawing.next);
  await store.load();
  const live = createLive(make, store.rules);
  const sources = createSources(make, host.watch ? live.recording : null, () => store.rules().marks, drawing.soon);
  const theme = host.theme(drawing.now);
  const asking: Asking = host.asking(live.recording, say);
  let background: Background = { way: "none", isOn: false, since: null };
  let saving: Saving | null = null;
  const exporting = createExporting({
    events: () => sources.current().recording.events(),
    version: host.version,
    say,
    saving(now) {
      saving = now;
      drawing.soon();
    },
  });

  let watched: ReturnType<NonNullable<Host["watch"]>> | undefined;

  host.background.watch((now) => {
    background = now;
    drawing.soon();
  });

  setInterval(() => {
    const at = host.now();
    live.take([{ kind: "tick", id: `tick-${at}`, at }]);
    drawing.soon();
  }, TICK_EVERY_MS);

  function say(notice: Notice | null): void {
    store.set({ notice });
  }

  function draw(): void {
    const current = sources.current();
    const { recording } = current;
    const state: PanelState = store.get();
    render(
      <App
        sources={sources.all()}
        current={current}
        loading={loading()}
        onChoose={sources.choose}
        onOpen={sources.open}
        onCloseFile={sources.close}
        onExplain={sources.explain}
        onExplainAlone={() => sources.setBeside(null)}
        joinLog={current.kind === "text" ? null : (card) => sources.setBeside(besideOf(recording, card))}
        reload={current.kind === "live" ? reload : null}
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
  }

  function changeSettings(settings: Settings): void {
    const isMarkedAnew = settings.marks !== store.get().settings.marks;
    store.setSettings(settings);
    if (!isMarkedAnew) return;
    live.markAnew();
    sources.markAnew();
  }

  /** What is asked for is to be seen: a pause ends. */
  const reload =
    host.reload &&
    (() => {
      store.pause(false);
      host.reload?.();
    });

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
    if (current.kind === "text") {
      sources.setBeside(null);
      sources.explain("", current.protocol);
    }
  }

  /** Nobody is asked to tell before it can be taken in: a long recording would leave the browser no time to load that. */
  function watch(): void {
    watched = host.watch?.({
      events(events) {
        live.take(events);
        drawing.soon();
      },
      missed(dropped) {
        live.recording().noteMissed(dropped);
        drawing.soon();
      },
      cleared() {
        live.startAnew();
        drawing.soon();
      },
    });
  }

  drawing.now();
  await settled;
  if (loading().state === "loaded") watch();
  drawing.soon();
}

/** Only what the inspected page itself called can be asked again. */
const NOT_ASKING: Asking = { urlFor: () => null, ask: () => undefined };
