import browser from "webextension-polyfill";

interface TabEnds {
  /** A recording began or ended, DevTools was opened or closed. */
  lookAgain(): void;
}

interface Hears {
  closed(tab: number): void;
  replaced(added: number, removed: number): void;
}

/**
 * Hears that tabs are closed or get another number, as long as anybody needs to know: the browser starts the worker for
 * every tab that is closed while this is listened to. It is until somebody looks again, as what a worker was started for is
 * told to nobody who does not listen from its first moment.
 */
export function createTabEnds(isNeeded: () => boolean, { closed, replaced }: Hears): TabEnds {
  const { onRemoved, onReplaced } = browser.tabs;
  let listens = false;

  function listen(wanted: boolean): void {
    if (wanted === listens) return;
    listens = wanted;
    if (wanted) {
      onRemoved.addListener(closed);
      onReplaced.addListener(replaced);
    } else {
      onRemoved.removeListener(closed);
      onReplaced.removeListener(replaced);
    }
  }

  listen(true);
  return { lookAgain: () => listen(isNeeded()) };
}
