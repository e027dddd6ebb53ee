import { describe, expect, it } from "vitest";
import type { Facts } from "../facts/index.js";
import { type Entry, type Knowledge, NOTHING_KNOWN } from "../knowledge.js";
import { CAUSES } from "./counts.js";
import { oddsBy, pointer } from "./odds.js";
import { likeEarlier } from "./possible.js";
import { signsOf } from "./signs.js";
import { lossBy } from "./weight.js";

const said = (...messages: string[]): Facts =>
  ({
    protocol: { value: "engine-io", shownBy: [] },
    "said.messages": { value: messages, shownBy: messages.map((_, index) => `t${index + 1}`) },
  }) as unknown as Facts;

const catalogue: Knowledge = {
  ...NOTHING_KNOWN,
  entries: CAUSES.split(" ").map((each) => {
    const cause = each.split(":")[0] ?? "";
    return { id: `any/${cause}`, cause, protocol: "any", benign: false } as Entry;
  }),
};

const includeAll = () => false;
const refused = said("certificate-refused");

describe("what earlier threads came to", () => {
  it("names each sign, with the line that shows it", () => {
    expect(signsOf(refused)).toEqual([
      { name: "protocol engine-io", events: [] },
      { name: "said.messages certificate-refused", events: ["t1"] },
    ]);
  });

  it("makes the cause likelier whose threads showed the sign", () => {
    expect(oddsBy(signsOf(refused)).get("certificate")).toBeGreaterThan(
      oddsBy(signsOf(said())).get("certificate") ?? 0,
    );
  });

  it("says how many threads there were", () => {
    const told = pointer(signsOf(refused), "certificate");
    expect(told?.sign.events).toEqual(["t1"]);
    expect(told?.count).toBeLessThanOrEqual(told?.threads ?? 0);
  });

  it("fills a short list up to three, each possible and with its figures", () => {
    const own = [{ cause: "wrong-port", score: 0.5 }];
    const [first, ...others] = likeEarlier(own, refused, catalogue, includeAll);
    expect(first).toMatchObject({ cause: "certificate", confidence: "possible" });
    expect(first?.evidence[0]?.text).toMatch(/^\d+ of \d+ public threads with this sign came to this cause: The TLS/);
    expect(others.length).toBeLessThanOrEqual(1);
  });

  it("adds nothing that is ruled out, or of which no thread had a sign", () => {
    expect(likeEarlier([], refused, catalogue, () => true)).toEqual([]);
    expect(likeEarlier([], {} as Facts, catalogue, includeAll)).toEqual([]);
  });

  it("takes half a point at most, and none from the likeliest", () => {
    const loss = lossBy(refused);
    expect(loss("certificate")).toBe(0);
    expect(loss("never-met")).toBe(0.5);
  });
});
