import type { ComponentChildren } from "preact";
import { words } from "../words.js";

interface BackgroundRestartProps {
  isOn: boolean;
  isEmpty: boolean;
  onExport: () => void;
  onTurn: (on: boolean) => void;
  /** The way out, beside the others. */
  children: ComponentChildren;
}

/** Where it takes a permission that hides things and a restart: both are said before, and the way to save comes first. */
export function BackgroundRestart({ isOn, isEmpty, onExport, onTurn, children }: BackgroundRestartProps) {
  const text = words.background;
  return (
    <>
      <h3>{isOn ? text.gain : text.price}</h3>
      <p>{isOn ? text.showsAgain : text.hides}</p>
      <h3>{text.restart}</h3>
      <p>{text.restartLoses}</p>
      <div class="dialog-actions">
        {children}
        <button type="button" disabled={isEmpty} onClick={onExport} data-testid="background-export">
          {text.exportFirst}
        </button>
        <button type="button" class="strong" onClick={() => onTurn(!isOn)} data-testid="background-turn">
          {isOn ? text.turnOff : text.turnOn}
        </button>
      </div>
    </>
  );
}
