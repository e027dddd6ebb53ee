import { useEffect, useRef } from "preact/hooks";

/** What each key does; null, or no entry, leaves the key to whoever else wants it. */
export type Shortcuts = Readonly<Record<string, (() => void) | null>>;

/** Keys that work wherever the focus is, but for letters while somebody types or a dialog is open. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = actionOf(event, latest.current);
      if (!action) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    // Capturing, to come before the listener by which DevTools takes keys from its panels.
    window.addEventListener("keydown", onKey, true);
    return () => window.removeEventListener("keydown", onKey, true);
  }, []);
}

function actionOf({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent, shortcuts: Shortcuts) {
  if (ctrlKey || metaKey || altKey) return null;
  const isFree = key === "Escape" || (!isTyping(target) && document.querySelector("dialog[open]") === null);
  return (isFree && Object.hasOwn(shortcuts, key) && shortcuts[key]) || null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
  );
}
