import { lose } from "./report.js";

/** What goes wrong in the tap is counted and told in the panel; the page goes on as without it. */
export function safely(work: () => void): void {
  try {
    work();
  } catch {
    lose();
  }
}
