import { percentEncode } from "../../core/url.js";

/** Card ids hold a URL, so they are made fit to be an element's id; two ids never become one. */
export function headerId(card: string): string {
  return `card-header-${percentEncode(card)}`;
}

export function bodyId(card: string): string {
  return `card-body-${percentEncode(card)}`;
}
