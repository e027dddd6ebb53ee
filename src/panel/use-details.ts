import { useRef } from "preact/hooks";
import type { Shown } from "./state/view.js";

/** The details pane: what it shows, after what led there, and where the focus goes when it closes. */
export function useDetails(trail: readonly Shown[], onTrail: (trail: readonly Shown[]) => void) {
  const opener = useRef<HTMLElement | null>(null);
  const open = (shown: Shown) => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    onTrail([shown]);
  };
  const back = trail.length > 1 ? () => onTrail(trail.slice(0, -1)) : null;
  const close = () => {
    onTrail([]);
    opener.current?.focus();
    opener.current = null;
  };
  return {
    shown: trail.at(-1) ?? null,
    show: (ids: readonly string[]) => open({ kind: "events", ids }),
    compare: (one: string, other: string) => open({ kind: "compare", ids: [one, other] }),
    goOn: (shown: Shown) => onTrail([...trail, shown]),
    back,
    close,
  };
}
