import type { TapEvent } from "../tapped.js";

type What = Extract<TapEvent, { kind: "page" }>["what"];

/** Tells what happens to the page as a whole; a browser suspends sockets of hidden and frozen pages. Returns how to stop. */
export function watchPageLife(tell: (event: TapEvent) => void): () => void {
  const stops = [
    on(document, "visibilitychange", () => say(document.visibilityState === "hidden" ? "hidden" : "visible")),
    on(document, "freeze", () => say("frozen")),
    on(document, "resume", () => say("resumed")),
    on(window, "offline", () => say("offline")),
    on(window, "online", () => say("online")),
  ];

  function say(what: What): void {
    tell({ kind: "page", at: Date.now(), what });
  }

  return () => {
    for (const stop of stops) stop();
  };
}

function on(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener, true);
  return () => target.removeEventListener(type, listener, true);
}
