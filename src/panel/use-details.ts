import { useRef, useState } from "preact/hooks";

/** The details pane: which events it shows, and where the focus goes when it closes. */
export function useDetails() {
  /** What is shown, and before it what led there. */
  const [trail, setTrail] = useState<readonly (readonly string[])[]>([]);
  const opener = useRef<HTMLElement | null>(null);
  const show = (ids: readonly string[]) => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    setTrail([ids]);
  };
  const goOn = (ids: readonly string[]) => setTrail((before) => [...before, ids]);
  const back = trail.length > 1 ? () => setTrail((before) => before.slice(0, -1)) : null;
  const close = () => {
    setTrail([]);
    opener.current?.focus();
    opener.current = null;
  };
  const events = trail.at(-1) ?? null;
  return { events, isOpen: events !== null, show, goOn, back, close };
}
