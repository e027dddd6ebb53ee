import { describe, expect, it } from "vitest";
import { analyse } from "../core/analysis.js";
import { NOTHING_KNOWN } from "../core/knowledge.js";
import { chipsOf, isFiltering, mostFrequent, NO_FILTER, passes, toggle } from "./filters.js";
import { SAMPLES } from "./preview-samples.js";

/** No entries, so that new ones change nothing here. */
const { cards } = analyse(SAMPLES.failing ?? [], NOTHING_KNOWN);
const found = (filter: Parameters<typeof passes>[1]) => cards.filter((card) => passes(card, filter));

describe("the panel's filter", () => {
  it("lets everything through until something is chosen", () => {
    expect(isFiltering(NO_FILTER)).toBe(false);
    expect(found(NO_FILTER)).toEqual(cards);
  });

  it("finds a card by words of its URL and its status, in any order", () => {
    const hits = found({ ...NO_FILTER, text: " 404  APP.TEST/chat " });
    expect(hits.map((card) => card.endpoint)).toEqual(["https://app.test/chat"]);
  });

  it("takes a status for a number of its own, and not for a part of a port", () => {
    const elsewhere = cards.map((card) => ({ ...card, endpoint: card.endpoint.replace("app.test", "app.test:40401") }));
    const hits = elsewhere.filter((card) => passes(card, { ...NO_FILTER, text: "404" }));
    expect(hits.map(({ status }) => status)).toEqual([404, 404]);
  });

  it("shows the cards of either of two chosen statuses, 0 being one of them", () => {
    const filter = toggle(toggle(NO_FILTER, "status", "0"), "status", "400");
    expect(found(filter).map((card) => card.status)).toEqual([400, 0]);
  });

  it("asks for every chosen facet at once", () => {
    const filter = toggle(toggle(NO_FILTER, "status", "400"), "engineIoCode", "1");
    expect(found(filter)).toHaveLength(1);
    expect(found(toggle(filter, "protocol", "signalr"))).toHaveLength(0);
  });

  it("takes a choice back at the second click", () => {
    expect(toggle(toggle(NO_FILTER, "closeCode", "1006"), "closeCode", "1006")).toEqual(NO_FILTER);
  });
});

describe("the chips", () => {
  it("count the cards of each value, numbers in order, and leave out what was not observed", () => {
    const chips = chipsOf(cards, "status", NO_FILTER);
    expect(chips.map(({ value, count }) => `${value}: ${count}`)).toEqual([
      "0: 1",
      "101: 1",
      "400: 1",
      "401: 1",
      "404: 2",
    ]);
    expect(chipsOf(cards, "engineIoCode", NO_FILTER)).toEqual([{ value: "1", count: 1, isChosen: false }]);
  });

  it("keep a chosen value whose last card has gone, so that it can be taken back", () => {
    const filter = toggle(NO_FILTER, "status", "404");
    expect(chipsOf([], "status", filter)).toEqual([{ value: "404", count: 0, isChosen: true }]);
  });

  it("show only the most frequent of many at first, and what is chosen", () => {
    const many = Array.from({ length: 31 }, (_, nth) => ({
      value: `host${nth}.test`,
      count: nth % 5 === 0 ? 9 : 1,
      isChosen: nth === 3,
    }));
    expect(mostFrequent(many).map(({ value }) => value.slice(4, -5))).toEqual(["0", "3", "5", "10", "15", "20", "25"]);
    expect(mostFrequent(many.slice(0, 7))).toHaveLength(7);
  });

  it("sort protocols by name", () => {
    expect(chipsOf(cards, "protocol", NO_FILTER).map(({ value }) => value)).toEqual([
      "engine-io",
      "signalr",
      "web-pubsub",
    ]);
  });
});
