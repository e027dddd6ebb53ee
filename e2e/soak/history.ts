/** What was done to the browser, and when. */
export interface History {
  kills: number[];
  leaves: number[];
}

/** How long after the last kill, before the next one and before the page was next left, something happened: where to look for what was lost. */
export function placeIn({ kills, leaves }: History, at: number): string {
  const kill = kills.findLast((each) => each <= at);
  const next = kills.find((each) => each > at);
  const leave = leaves.find((each) => each >= at);
  return [
    kill !== undefined && `${at - kill} ms after the worker was killed`,
    next !== undefined && `${next - at} ms before it was again`,
    leave !== undefined && `${leave - at} ms before the next page was there`,
  ]
    .filter(Boolean)
    .join(", ");
}
