export const SHELF_PREFIX = "recording";

/** In `storage.session`: a piece of a tab's recording, for the worker that comes next. Later pieces have higher numbers. */
export function shelfKey(tab: number, nth: number): string {
  return `${SHELF_PREFIX}.${tab}.${nth}`;
}
