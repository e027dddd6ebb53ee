import { useEffect, useRef } from "preact/hooks";

interface Shortcuts {
  onSearch: () => void;
  /** Null while there is nothing to close: Escape then belongs to DevTools, which opens its console drawer. */
  onEscape: (() => void) | null;
}

/** Keys that work wherever the focus is. */
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

function actionOf(event: KeyboardEvent, { onSearch, onEscape }: Shortcuts): (() => void) | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  if (event.key === "Escape") return onEscape;
  return event.key === "/" && !isTyping(event.target) ? onSearch : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
