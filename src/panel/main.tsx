import { render } from "preact";
import { knowledge } from "virtual:knowledge";
import browser from "webextension-polyfill";
import { connectToHub } from "../messages.js";
import { App } from "./App.js";
import { exportHar, exportMarkdown } from "./export.js";
import { createRecording } from "./recording.js";
import { watchTheme } from "./theme.js";
import type { Notice } from "./notice.js";
import { words } from "./words.js";

/** How often the panel is drawn again at most, and how often its clock moves pending requests on. */
const DRAW_EVERY_MS = 100;
const TICK_EVERY_MS = 5000;

const root = document.querySelector<HTMLElement>("#app");
if (!root) throw new Error("panel.html has no #app");

let recording = createRecording(knowledge);
let notice: Notice | null = null;
let drawing: ReturnType<typeof setTimeout> | null = null;

const theme = watchTheme(draw);
const hub = connectToHub((port) => {
  port.onMessage((message) => {
    if (message.type === "events") recording.take(message.events);
    if (message.type === "clear") recording = createRecording(knowledge);
    draw();
  });
  port.send({ type: "hello", room: "panel", tab: browser.devtools.inspectedWindow.tabId });
  port.send({ type: "refresh" });
});

setInterval(() => {
  recording.take([{ kind: "tick", id: `tick-${Date.now()}`, at: Date.now() }]);
  draw();
}, TICK_EVERY_MS);

function draw(): void {
  drawing ??= setTimeout(() => {
    drawing = null;
    render(<App analysis={recording.read()} lookUp={recording.lookUp} onExport={save} onClear={clear} notice={notice} theme={theme()} />, root as HTMLElement);
  }, DRAW_EVERY_MS);
}

async function save(format: "har" | "markdown"): Promise<void> {
  try {
    const name = format === "har" ? exportHar(recording.events(), knowledge) : exportMarkdown(recording.events(), knowledge);
    notice = { tone: "good", text: words.exported(name) };
  } catch (error) {
    notice = { tone: "bad", text: words.exportFailed(error instanceof Error ? error.message : String(error)) };
  }
  draw();
}

function clear(): void {
  notice = null;
  hub.send({ type: "clear" });
}

draw();
