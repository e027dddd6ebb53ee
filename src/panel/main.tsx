import { knowledge } from "virtual:knowledge";
import { render } from "preact";
import browser from "webextension-polyfill";
import { askAgainUrl } from "../core/ask-again.js";
import { pageOrigin } from "../core/cors.js";
import type { Exchange } from "../core/exchange.js";
import { previewReplacements } from "../har/export.js";
import { connectToHub } from "../messages.js";
import { App } from "./App.js";
import { askAgain } from "./ask-again.js";
import { type Background, turnBackground, watchBackground } from "./background/state.js";
import type { Asking } from "./card/AskAgain.js";
import { redactionOf } from "./export/choice.js";
import { saveExport } from "./export/save.js";
import type { Exporting } from "./export/use-preview.js";
import type { Notice } from "./notice.js";
import { createRecording } from "./recording.js";
import { createSources } from "./sources/sources.js";
import { watchTheme } from "./theme.js";
import { words } from "./words.js";

/** How often the panel is drawn again at most, and how often its clock moves pending requests on. */
const DRAW_EVERY_MS = 100;
const TICK_EVERY_MS = 5000;

const root = document.querySelector<HTMLElement>("#app");
if (!root) throw new Error("panel.html has no #app");

let recording = createRecording(knowledge);
let notice: Notice | null = null;
let background: Background = { way: "none", isOn: false, since: null };
let drawing = false;
/** After the first greeting: what the recorder had before is then here, too. */
let hasAll = false;

/** Outside DevTools, as a tab of its own, there is no page to watch: only files and texts to read. */
const inspected = browser.devtools?.inspectedWindow.tabId ?? null;
const sources = createSources(knowledge, inspected === null ? null : () => recording, draw);
const theme = watchTheme(draw);
const hub = inspected === null ? null : watch(inspected);

function watch(tab: number) {
  return connectToHub((port) => {
    port.onMessage((message) => {
      if (message.type === "events") recording.take(message.events);
      if (message.type === "missed") {
        hasAll = true;
        recording.noteMissed(message);
      }
      if (message.type === "clear") startAnew();
      draw();
    });
    port.send({ type: "hello", room: "panel", tab, hasAll });
    port.send({ type: "refresh" });
  });
}

watchBackground((now) => {
  background = now;
  draw();
});

setInterval(() => {
  recording.take([{ kind: "tick", id: `tick-${Date.now()}`, at: Date.now() }]);
  draw();
}, TICK_EVERY_MS);

function draw(): void {
  if (drawing) return;
  drawing = true;
  setTimeout(() => {
    drawing = false;
    const current = sources.current();
    const shown = current.recording;
    render(
      <App
        sources={sources.all()}
        current={current}
        onChoose={sources.choose}
        onOpen={sources.open}
        onCloseFile={sources.close}
        onExplain={sources.explain}
        asking={asking}
        analysis={shown.read()}
        missed={shown.missed()}
        background={background}
        onBackground={turn}
        lookUp={shown.lookUp}
        exporting={exporting}
        onClear={clear}
        notice={notice}
        theme={theme()}
      />,
      root as HTMLElement,
    );
  }, DRAW_EVERY_MS);
}

/** Only what the page itself called can be asked again, and only by a click. */
const asking: Asking = {
  urlFor: (id) => {
    const exchange = inspectedExchange(id);
    return exchange && askAgainUrl(exchange);
  },
  ask(id) {
    const exchange = inspectedExchange(id);
    const url = exchange && askAgainUrl(exchange);
    if (!exchange || !url) return;
    askAgain(url, pageOrigin(exchange)).catch((error: unknown) => {
      notice = { tone: "bad", text: words.askFailed(error instanceof Error ? error.message : String(error)) };
      draw();
    });
  },
};

function inspectedExchange(id: string): Exchange | null {
  const witness = sources.current().kind === "live" ? recording.lookUp(id) : null;
  return witness?.kind === "exchange" ? witness.exchange : null;
}

const exporting: Exporting = {
  save(choice, salt) {
    try {
      const file = saveExport(choice, salt, sources.current().recording.events(), knowledge);
      const isRedacted = choice.level !== "none";
      notice = { tone: isRedacted ? "good" : "warning", text: words.exported(file, isRedacted) };
    } catch (error) {
      notice = { tone: "bad", text: words.exportFailed(error instanceof Error ? error.message : String(error)) };
    }
    draw();
  },
  preview: (choice, salt) =>
    previewReplacements(sources.current().recording.events(), knowledge, redactionOf(choice, salt)),
};

function turn(on: boolean): void {
  turnBackground(on).then(
    (isDone) => {
      if (!isDone) notice = { tone: "warning", text: words.background.refused };
      draw();
    },
    (error: unknown) => {
      notice = { tone: "bad", text: `${words.background.refused} ${String(error)}` };
      draw();
    },
  );
}

/** What the worker's limits pushed out from now on, this panel has seen before. */
function startAnew(): void {
  recording = createRecording(knowledge);
  recording.noteMissed({ frames: 0, others: 0 });
}

function clear(): void {
  notice = null;
  const current = sources.current();
  if (current.kind === "live") hub?.send({ type: "clear" });
  if (current.kind === "file") sources.close(current.id);
  if (current.kind === "text") sources.explain("", current.protocol);
}

draw();
