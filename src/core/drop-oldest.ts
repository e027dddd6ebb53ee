/** Of what is kept in the order in which it came the oldest goes, where there are more than so many. */
export function dropOldest<Key>(kept: Map<Key, unknown> | Set<Key>, most: number): void {
  if (kept.size <= most) return;
  for (const oldest of kept.keys()) {
    kept.delete(oldest);
    return;
  }
}
