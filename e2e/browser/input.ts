import type { CdpSession } from "./cdp.js";
import { evaluateIn } from "./evaluate.js";
import { describeKey, modifierBits } from "./keys.js";
import { panelBox } from "./panel-frame.js";
import { targetPoint } from "./target-point.js";

/** Mouse and keyboard go to the DevTools page, which hands them to the panel's frame as it does a user's. */
export class PanelInput {
  readonly #devtools: CdpSession;
  readonly #panel: CdpSession;

  constructor(devtools: CdpSession, panel: CdpSession) {
    this.#devtools = devtools;
    this.#panel = panel;
  }

  async click(selector: string): Promise<void> {
    const inside = await evaluateIn<{ x: number; y: number }, string>(this.#panel, targetPoint, selector);
    const box = await panelBox(this.#devtools);
    const at = { x: box.x + inside.x, y: box.y + inside.y };
    await this.#devtools.send("Input.dispatchMouseEvent", { type: "mouseMoved", ...at });
    const button = { ...at, button: "left", clickCount: 1 } as const;
    await this.#devtools.send("Input.dispatchMouseEvent", { type: "mousePressed", buttons: 1, ...button });
    await this.#devtools.send("Input.dispatchMouseEvent", { type: "mouseReleased", buttons: 0, ...button });
  }

  async press(combination: string): Promise<void> {
    const { names, key } = splitKeys(combination);
    const { text, ...named } = describeKey(key);
    const stroke = { ...named, modifiers: modifierBits(names) };
    // Text makes the browser type; with Control, Alt or Meta held a key types nothing.
    const types = text !== undefined && names.every((name) => name === "Shift");
    await this.#devtools.send(
      "Input.dispatchKeyEvent",
      types ? { type: "keyDown", ...stroke, text } : { type: "rawKeyDown", ...stroke },
    );
    await this.#devtools.send("Input.dispatchKeyEvent", { type: "keyUp", ...stroke });
  }

  async type(text: string): Promise<void> {
    await this.#devtools.send("Input.insertText", { text });
  }
}

function splitKeys(combination: string): { names: string[]; key: string } {
  if (combination === "+") return { names: [], key: "+" };
  const names = combination.split("+");
  return { names: names.slice(0, -1), key: names.at(-1) ?? "" };
}
