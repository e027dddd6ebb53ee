import type { RawTapEvent, TapEvent } from "../tapped.js";

/**
 * What becomes of a document's sockets when it is left. Firefox closes them all as soon as a navigation begins, with the code
 * 1001 that a server says when it stops, long before the next page is there, and also where none comes, as after a download
 * (https://bugzilla.mozilla.org/show_bug.cgi?id=896666). Of those in a frame that is taken away it says nothing at all.
 */
export interface Leaving {
  /** A navigation begins. */
  begins(at: number): void;
  /** The event as it is to be told. */
  note(event: RawTapEvent): RawTapEvent;
  /** The document is gone: the ends of what was open. */
  gone(at: number): TapEvent[];
}

type Begun = Extract<TapEvent, { kind: "begun" }>;

/** Until the other side has answered the close frame, and the page hears of it. */
const CLOSES_WITHIN_MS = 1000;

/** What Firefox closes with, or what the other side makes of that in its answer, as ASP.NET Core does. */
const GOING_AWAY = [1001, 1000];

export function createLeaving(): Leaving {
  const open = new Map<number, Begun>();
  let begunAt = Number.NEGATIVE_INFINITY;

  return {
    begins(at) {
      begunAt = at;
    },
    note(event) {
      if (event.kind === "begun") open.set(event.socket, event);
      if (event.kind === "failed" || event.kind === "blocked") open.delete(event.socket ?? 0);
      if (event.kind !== "closed") return event;
      open.delete(event.socket);
      const isByBrowser = GOING_AWAY.includes(event.code ?? 0) && !event.byPage && event.reason === "";
      return isByBrowser && event.at - begunAt <= CLOSES_WITHIN_MS ? { ...event, byBrowser: true } : event;
    },
    gone: (at) =>
      [...open.values()].map(({ socket, channel, url }) => ({ kind: "gone" as const, at, socket, channel, url })),
  };
}
