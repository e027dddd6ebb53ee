/** After it has drawn, the panel rests for so many times as long, but never longer than this: the page and DevTools go first. */
const REST = 2;
const LONGEST_REST_MS = 100;

/** When the panel is drawn. */
interface Drawing {
  /** What comes in is drawn at once after a quiet time, and in a flood as often as drawing is cheap. */
  soon(): void;
  /** Before the browser paints, but not within the effect that changed something: Preact would begin that effect again. */
  next(): void;
  now(): void;
}

export function createDrawing(draw: () => void): Drawing {
  let restsUntil = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isNext = false;

  function now(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const from = performance.now();
    draw();
    const drawn = performance.now();
    restsUntil = drawn + Math.min(REST * (drawn - from), LONGEST_REST_MS);
  }

  function next(): void {
    if (isNext) return;
    isNext = true;
    queueMicrotask(() => {
      isNext = false;
      now();
    });
  }

  function soon(): void {
    const wait = restsUntil - performance.now();
    // Where much has come at once, a timer would have its turn behind all of it.
    if (wait <= 0) next();
    else timer ??= setTimeout(now, wait);
  }

  return { soon, next, now };
}
