import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { InBrowser } from "../evaluate.js";
import { EvaluatedPanel } from "../evaluated-panel.js";
import { PANEL_TITLE } from "../panel.js";
import type { Picture } from "../picture.js";
import { targetPoint } from "../target-point.js";
import { waitUntil } from "../wait.js";
import { ANSWER, EVALUATE, FRAME_SCRIPT } from "./frame-script.js";
import { expressionOf } from "./script.js";
import { DEVTOOLS, type FirefoxWindow } from "./window.js";

/** The extension's panel in the toolbox of one tab. */
export class ToolboxPanel extends EvaluatedPanel {
  readonly #window: FirefoxWindow;
  /** Script that finds the toolbox's `toolbox` and the panel's own `panel` browser. */
  readonly #find: string;

  constructor(window: FirefoxWindow, tab: string, tool: string) {
    super(15_000);
    this.#window = window;
    this.#find = `${toolboxOf(tab)}
const panel = toolbox?.doc.getElementById("toolbox-panel-iframe-${tool}")?.contentDocument.getElementById("webext-panels-browser");
const shown = panel?.browsingContext?.currentWindowGlobal;
if (!shown?.documentURI.spec.startsWith("moz-extension:")) throw new Error("the panel is not there");`;
  }

  async evaluate<Result, Arg = undefined>(code: string | InBrowser<Arg, Result>, arg?: Arg): Promise<Result> {
    const { value, error } = await this.#inWindow<{ value: string | null; error?: string }>(`
const id = Math.random();
const { messageManager } = panel;
// The browser moved to the extension's process when the panel's document came; a script of the time before is gone.
if (panel.listensIn !== shown.osPid) messageManager.loadFrameScript(${JSON.stringify(`data:,${encodeURIComponent(FRAME_SCRIPT)}`)}, false);
panel.listensIn = shown.osPid;
return new Promise((resolve) => {
  messageManager.addMessageListener(${JSON.stringify(ANSWER)}, function heard({ data }) {
    if (data.id !== id) return;
    messageManager.removeMessageListener(${JSON.stringify(ANSWER)}, heard);
    resolve(data);
  });
  messageManager.sendAsyncMessage(${JSON.stringify(EVALUATE)}, { id, code: ${JSON.stringify(expressionOf(code, arg))} });
});`);
    if (error) throw new Error(`In the panel: ${error}\n  while evaluating: ${String(code).slice(0, 200)}`);
    return (value === null ? undefined : JSON.parse(value)) as Result;
  }

  click(selector: string): Promise<void> {
    // `press` is the frame script's.
    return this.evaluate(`${expressionOf(targetPoint, selector)}.then(({ x, y }) => press(x, y))`);
  }

  async screenshot(path: string, { scale = 1 }: Picture = {}): Promise<void> {
    const url = await this.#inWindow<string>(`
const bitmap = await shown.drawSnapshot(null, ${scale}, "white");
const canvas = document.createElementNS("http://www.w3.org/1999/xhtml", "canvas");
canvas.width = bitmap.width;
canvas.height = bitmap.height;
canvas.getContext("2d").drawImage(bitmap, 0, 0);
return canvas.toDataURL("image/png");`);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, Buffer.from(url.replace(/^[^,]*,/, ""), "base64"));
  }

  async close(): Promise<void> {
    await this.#inWindow("await toolbox.destroy();");
  }

  #inWindow<Result = void>(script: string): Promise<Result> {
    return this.#window.evaluate(`(async () => {${this.#find}\n${script}})()`);
  }
}

/** Opens DevTools on the tab in front, if they are not open, and shows our panel in them. */
export async function openToolboxPanel(window: FirefoxWindow): Promise<ToolboxPanel> {
  const tab = await window.evaluate<string>("gBrowser.selectedTab.linkedPanel");
  await openToolbox(window, tab);
  const tool = await waitUntil(`the panel "${PANEL_TITLE}" in DevTools`, () =>
    window.evaluate<string | undefined>(`(() => {${toolboxOf(tab)}
return [...(toolbox?.additionalToolDefinitions.values() ?? [])].find(({ label }) => label === ${JSON.stringify(PANEL_TITLE)})?.id; })()`),
  );
  await window.evaluate(`(async () => {${toolboxOf(tab)}
await toolbox.selectTool(${JSON.stringify(tool)}); })()`);
  const panel = new ToolboxPanel(window, tab, tool);
  await panel.waitFor("document.readyState === 'complete' && document.querySelector('.panel') !== null", 30_000);
  return panel;
}

/** DevTools with another of its panels in front: ours has not been opened yet. */
async function openToolbox(window: FirefoxWindow, tab?: string): Promise<void> {
  await window.evaluate(`(async () => {${DEVTOOLS}
const tab = ${tab ? tabOf(tab) : "gBrowser.selectedTab"};
await gDevTools.showToolboxForTab(tab, { toolId: "webconsole" }); })()`);
}

function toolboxOf(tab: string): string {
  return `${DEVTOOLS}
const toolbox = gDevTools.getToolboxForTab(${tabOf(tab)});`;
}

function tabOf(tab: string): string {
  return `[...gBrowser.tabs].find(({ linkedPanel }) => linkedPanel === ${JSON.stringify(tab)})`;
}
