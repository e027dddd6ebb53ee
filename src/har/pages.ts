import * as z from "zod/mini";
import type { ExchangeEvent, NavigatedEvent } from "../core/traffic.js";
import { readDate } from "./times.js";

const text = z.catch(z.nullable(z.string()), null);
const Page = z.object({
  id: text,
  startedDateTime: text,
  title: text,
  /** Our writer's: whether this page load put an end to the one before; a HAR itself does not say. */
  _isNavigation: z.catch(z.nullable(z.boolean()), null),
});

/**
 * Page loads that took the place of the one before. A HAR may also hold pages that lived side by side (Playwright's
 * tabs): those asked for something after the other had begun.
 */
export function readNavigations(pages: unknown[], exchanges: ExchangeEvent[], prefix: string): NavigatedEvent[] {
  const loads = pages.flatMap((page) => {
    const { id, startedDateTime, title, _isNavigation } = Page.safeParse(page).data ?? {};
    const at = readDate(startedDateTime ?? null);
    return id && at !== null ? { id, at, title: title ?? "", said: _isNavigation ?? null } : [];
  });
  loads.sort((one, other) => one.at - other.at);
  const lastRequest = new Map<string, number>();
  for (const { page, at } of exchanges)
    if (page !== null) lastRequest.set(page, Math.max(at, lastRequest.get(page) ?? at));
  const isOver = (id: string, at: number) => (lastRequest.get(id) ?? 0) <= at;
  const navigations = loads.filter(
    ({ at, said }, index) => said ?? loads.slice(0, index).every(({ id }) => isOver(id, at)),
  );
  return navigations.map(({ id, at, title }, index) => ({
    kind: "navigated",
    id: `${prefix}-page-${index + 1}`,
    at,
    page: id,
    url: title,
  }));
}
