import { useRef, useState } from "preact/hooks";

/** The details pane: which events it shows, and where the focus goes when it closes. */
export function useDetails() {
  const [events, setEvents] = useState<readonly string[] | null>(null);
  const opener = useRef<HTMLElement | null>(null);
  const show = (ids: readonly string[]) => {
    if (document.activeElement instanceof HTMLElement) opener.current = document.activeElement;
    setEvents(ids);
  };
  const close = () => {
    setEvents(null);
    opener.current?.focus();
    opener.current = null;
  };
  return { events, isOpen: events !== null, show, close };
}
