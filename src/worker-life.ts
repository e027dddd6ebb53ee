/**
 * While a worker lives it holds this lock, and the browser itself lets it go, however the worker ends. A port does not
 * tell: in Chromium it goes to every page of the extension that hears pages, and stays open as long as one of them does.
 */
const LIFE = "worker";

/** Done once it is held. */
export function holdLife(): Promise<void> {
  return new Promise((held) => {
    void navigator.locks.request(LIFE, () => {
      held();
      return new Promise<never>(() => undefined);
    });
  });
}

/** Calls once the worker that holds it now has ended. Returns how to stop waiting for it. */
export function whenWorkerEnds(ended: () => void): () => void {
  const stop = new AbortController();
  navigator.locks.request(LIFE, { mode: "shared", signal: stop.signal }, ended).catch((error: unknown) => {
    if (!stop.signal.aborted) console.error("Handshake Triage: the worker's end will not be noticed", error);
  });
  return () => stop.abort();
}
