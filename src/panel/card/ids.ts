/** Card ids hold a URL, so they are made fit to be an element's id; two ids never become one. */
export function headerId(card: string): string {
  return `card-header-${encodeURIComponent(card)}`;
}

export function bodyId(card: string): string {
  return `card-body-${encodeURIComponent(card)}`;
}
