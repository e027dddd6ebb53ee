import { expect, test } from "vitest";
import type { Card } from "../core/card.js";
import type { DecidedBy } from "../core/decided-by.js";
import type { ConnectionSummary } from "../core/summaries.js";
import { decidingBy, type Possible } from "./deciding.js";

const card = (decidedBy: DecidedBy | null) =>
  ({ id: "a", decidedBy, request: { text: "", events: ["r1"] } }) as unknown as Card;

/** What was done, in order, once every way was taken that there is. */
function done(possible: Partial<Possible>, ...ways: (DecidedBy | null)[]): string[] {
  const seen: string[] = [];
  const connections = [{ id: "c1", card: "a" }, { id: "c2", card: "a" }, { id: "c3" }] as ConnectionSummary[];
  const show = (events: readonly string[]) => void seen.push(`show ${events}`);
  const nothing = { joinLog: null, reload: null };
  const decide = decidingBy({ connections, show, ...nothing, ...possible });
  for (const way of ways) decide(card(way))?.();
  return seen;
}

test("the request, and the timeline of the connection that failed last, can be shown anywhere", () => {
  expect(done({}, "request", "timeline")).toEqual(["show r1", "show c2"]);
});

test("nothing is loaded again where no page is watched, and no log stands beside a log", () => {
  expect(done({}, "reload", "log", null)).toEqual([]);
  const seen: string[] = [];
  done({ reload: () => void seen.push("reload"), joinLog: ({ id }) => void seen.push(`log ${id}`) }, "reload", "log");
  expect(seen).toEqual(["reload", "log a"]);
});
