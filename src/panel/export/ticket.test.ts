import { knowledge } from "virtual:knowledge";
import { expect, test } from "vitest";
import { analyse } from "../../core/analysis.js";
import { SAMPLES } from "../preview-samples.js";
import { DEFAULT_SETTINGS } from "../state/settings.js";
import { choiceFrom } from "./choice.js";
import { makeTicket } from "./ticket.js";
import { markOf } from "./ticket-mark.js";

const events = SAMPLES.failing ?? [];
const { cards } = analyse(events, knowledge);
const choice = choiceFrom(DEFAULT_SETTINGS, "markdown");

test("each card of a recording is found again in the redacted one, and stands alone in its comment", () => {
  expect(cards.length).toBeGreaterThan(4);
  for (const card of cards) {
    const text = makeTicket(choice, markOf(card, cards), { events, knowledge, version: "1" });
    const causes = text.match(/^### Cause: .+$/gm);
    expect(causes).toEqual([expect.stringContaining(`\`${card.causes[0]?.cause}\``)]);
    if (card.status) expect(text).toContain(`| Status | \`${card.status}`);
    expect(text).not.toContain("token-a");
  }
});

test("a card that is not there is no other one's comment", () => {
  const gone = { exchange: "nobody's", place: cards.length };
  expect(() => makeTicket(choice, gone, { events, knowledge, version: "1" })).toThrow("not found again");
});
