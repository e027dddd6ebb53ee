/** How often what comes in is drawn at most. */
const DRAW_EVERY_MS = 100;

/** When the panel is drawn. */
interface Drawing {
  /** What comes in is drawn at once after a quiet time, and in a flood now and then. */
  soon(): void;
  /** Before the browser paints, but not within the effect that changed something: Preact would begin that effect again. */
  next(): void;
  now(): void;
}

export function createDrawing(draw: () => void): Drawing {
  let drawnAt = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let isNext = false;

  function now(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    draw();
    drawnAt = performance.now();
  }

  return {
    now,
    soon() {
      timer ??= setTimeout(now, Math.max(0, drawnAt + DRAW_EVERY_MS - performance.now()));
    },
    next() {
      if (isNext) return;
      isNext = true;
      queueMicrotask(() => {
        isNext = false;
        now();
      });
    },
  };
}
