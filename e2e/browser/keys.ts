export interface KeyStroke {
  key: string;
  code: string;
  windowsVirtualKeyCode: number;
  text?: string;
}

const named: Record<string, KeyStroke> = {
  Enter: { key: "Enter", code: "Enter", windowsVirtualKeyCode: 13, text: "\r" },
  Tab: { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 },
  Escape: { key: "Escape", code: "Escape", windowsVirtualKeyCode: 27 },
  Backspace: { key: "Backspace", code: "Backspace", windowsVirtualKeyCode: 8 },
  Delete: { key: "Delete", code: "Delete", windowsVirtualKeyCode: 46 },
  Space: { key: " ", code: "Space", windowsVirtualKeyCode: 32, text: " " },
  PageUp: { key: "PageUp", code: "PageUp", windowsVirtualKeyCode: 33 },
  PageDown: { key: "PageDown", code: "PageDown", windowsVirtualKeyCode: 34 },
  End: { key: "End", code: "End", windowsVirtualKeyCode: 35 },
  Home: { key: "Home", code: "Home", windowsVirtualKeyCode: 36 },
  ArrowLeft: { key: "ArrowLeft", code: "ArrowLeft", windowsVirtualKeyCode: 37 },
  ArrowUp: { key: "ArrowUp", code: "ArrowUp", windowsVirtualKeyCode: 38 },
  ArrowRight: { key: "ArrowRight", code: "ArrowRight", windowsVirtualKeyCode: 39 },
  ArrowDown: { key: "ArrowDown", code: "ArrowDown", windowsVirtualKeyCode: 40 },
};

const modifiers: Record<string, number> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 };

export function describeKey(key: string): KeyStroke {
  const known = named[key];
  if (known !== undefined) return known;
  if ([...key].length !== 1) throw new Error(`Unknown key "${key}"`);
  const upper = key.toUpperCase();
  const isLetter = /^[A-Z]$/.test(upper);
  const isDigit = /^[0-9]$/.test(key);
  const code = isLetter ? `Key${upper}` : isDigit ? `Digit${key}` : "";
  // Virtual key codes of letters and digits are their ASCII codes; other characters travel as text alone.
  const windowsVirtualKeyCode = isLetter || isDigit ? upper.charCodeAt(0) : 0;
  return { key, code, windowsVirtualKeyCode, text: key };
}

export function modifierBits(names: readonly string[]): number {
  return names.reduce((bits, name) => {
    const bit = modifiers[name];
    if (bit === undefined) throw new Error(`Unknown modifier "${name}"`);
    return bits | bit;
  }, 0);
}
