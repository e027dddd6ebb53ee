import { AskedEvent, type ExchangeEvent, type NavigatedEvent, PageEvent } from "../core/traffic.js";
import { fieldsOf } from "./fields.js";
import { readDate } from "./times.js";

/** What happened to the page itself, as our writer keeps it; what cannot be read is left out. */
export function readPageEvents(events: unknown[], prefix: string): PageEvent[] {
  return events.flatMap((event, index) => {
    const { time, what, detail } = fieldsOf(event);
    const at = readDate(textOf(time));
    const id = `${prefix}-state-${index + 1}`;
    const read = PageEvent.safeParse({ kind: "page", id, at, page: null, what, detail: detail ?? null });
    return read.success ? [read.data] : [];
  });
}

/** What only the page knew of its requests, as our writer keeps it. */
export function readAsked(events: unknown[], prefix: string): AskedEvent[] {
  return events.flatMap((event, index) => {
    const { time, ...asked } = fieldsOf(event);
    const at = readDate(textOf(time));
    const read = AskedEvent.safeParse({ ...asked, kind: "asked", id: `${prefix}-asked-${index + 1}`, at });
    return read.success ? [read.data] : [];
  });
}

/**
 * Page loads that took the place of the one before. A HAR may also hold pages that lived side by side (Playwright's
 * tabs): those asked for something after the other had begun.
 */
export function readNavigations(pages: unknown[], exchanges: ExchangeEvent[], prefix: string): NavigatedEvent[] {
  const loads = pages.flatMap((page) => {
    // Our writer says whether this page load put an end to the one before; a HAR itself does not.
    const { id, startedDateTime, title, _isNavigation } = fieldsOf(page);
    const at = readDate(textOf(startedDateTime));
    const said = typeof _isNavigation === "boolean" ? _isNavigation : null;
    return id && typeof id === "string" && at !== null ? { id, at, title: textOf(title) ?? "", said } : [];
  });
  loads.sort((one, other) => one.at - other.at);
  const lastRequest = new Map<string, number>();
  for (const { page, at } of exchanges)
    if (page !== null) lastRequest.set(page, Math.max(at, lastRequest.get(page) ?? at));
  let busyUntil = 0; // the last request of any page before
  const navigations = loads.filter(({ id, at, said }) => {
    const isAlone = busyUntil <= at;
    busyUntil = Math.max(busyUntil, lastRequest.get(id) ?? 0);
    return said ?? isAlone;
  });
  return navigations.map(({ id, at, title }, index) => ({
    kind: "navigated",
    id: `${prefix}-page-${index + 1}`,
    at,
    page: id,
    url: title,
  }));
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}
