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
    onLongTask(({ startTime, duration }) => {
      const at = Math.round(performance.timeOrigin + startTime);
      say("busy", at);
      say("free", at + Math.round(duration));
    }),
  ];

  function say(what: What, at = Date.now()): void {
    tell({ kind: "page", at, what });
  }

  return () => {
    for (const stop of stops) stop();
  };
}

/** Shorter ones keep no connection from its pings. */
const LONG_TASK_MS = 1000;

/** Firefox tells of no long tasks. */
function onLongTask(hear: (task: PerformanceEntry) => void): () => void {
  if (!PerformanceObserver.supportedEntryTypes.includes("longtask")) return () => undefined;
  const observer = new PerformanceObserver((list) => {
    for (const task of list.getEntries()) if (task.duration >= LONG_TASK_MS) hear(task);
  });
  observer.observe({ type: "longtask" });
  return () => observer.disconnect();
}

function on(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener, true);
  return () => target.removeEventListener(type, listener, true);
}
