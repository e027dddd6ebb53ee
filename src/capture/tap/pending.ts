import { cut, indexIn, listen, lookUp, now, remove, store, violationFields } from "./natives.js";
import { isActive, lose, report } from "./report.js";
import type { Tapped } from "./tapped.js";

/** Sockets of one URL whose handshake has no outcome yet, the oldest first. */
interface Waiting {
  tapped: Tapped;
  next: Waiting | null;
}

const waiting = new Map<string, unknown>();
let count = 0;
let lastSettled: Tapped | null = null;

export function awaitVerdict(tapped: Tapped): void {
  const url = withoutFragment(tapped.url);
  store(waiting, url, append(lookUp(waiting, url) as Waiting | undefined, { tapped, next: null }));
}

/** It opened or failed: no policy forbade it. */
export function settle(tapped: Tapped): void {
  lastSettled = tapped;
  const url = withoutFragment(tapped.url);
  const rest = without((lookUp(waiting, url) as Waiting | undefined) ?? null, tapped);
  if (rest) store(waiting, url, rest);
  else remove(waiting, url);
}

/**
 * Chromium tells the page what its policy forbade just before it ends that socket, Firefox just after, or throws; on
 * `window`, in the capture phase and from document_start, no listener of the page comes before. It names the URL in full.
 */
export function watchPolicy(): void {
  listen(
    window,
    "securitypolicyviolation",
    (event: Event) => {
      if (!isActive() || !event.isTrusted) return;
      try {
        noteViolation(event);
      } catch {
        lose();
      }
    },
    true,
  );
}

function noteViolation(event: Event): void {
  if (violationFields.directive(event) !== "connect-src" || violationFields.disposition(event) !== "enforce") return;
  const url = violationFields.url(event);
  const first = lookUp(waiting, url) as Waiting | undefined;
  const tapped = first ? first.tapped : justFailed(url);
  count += 1;
  const socket = tapped ? tapped.socket : null;
  const channel = tapped ? tapped.channel : indexIn(url, "ws") === 0 ? "websocket" : "http";
  report({ kind: "blocked", at: now(), nth: count, socket, channel, url });
  if (first) settle(first.tapped);
}

function justFailed(url: string): Tapped | null {
  return lastSettled && !lastSettled.opened && withoutFragment(lastSettled.url) === url ? lastSettled : null;
}

function append(first: Waiting | undefined, last: Waiting): Waiting {
  if (!first) return last;
  let each = first;
  while (each.next) each = each.next;
  each.next = last;
  return first;
}

function without(first: Waiting | null, tapped: Tapped): Waiting | null {
  if (!first) return null;
  if (first.tapped === tapped) return first.next;
  for (let each = first; each.next; each = each.next) {
    if (each.next.tapped !== tapped) continue;
    each.next = each.next.next;
    break;
  }
  return first;
}

function withoutFragment(url: string): string {
  const end = indexIn(url, "#");
  return end < 0 ? url : cut(url, 0, end);
}
