import { lose } from "./report.js";

/**
 * What goes wrong in the tap is counted and told in the panel; the page goes on as without it. What the work is given comes
 * beside it, as a function made anew for each message would cost more than most of the work.
 */
export function safely<One, Other, More>(
  work: (one: One, other: Other, more: More) => void,
  one?: One,
  other?: Other,
  more?: More,
): void {
  try {
    work(one as One, other as Other, more as More);
  } catch {
    lose();
  }
}
