import { describe, expect, it } from "vitest";
import type { Facts } from "../facts/index.js";
import { type Entry, type Knowledge, NOTHING_KNOWN } from "../knowledge.js";
import { CAUSES } from "./counts.js";
import { oddsBy, pointer } from "./odds.js";
import { likeEarlier, likeWords } from "./possible.js";
import { signsOf } from "./signs.js";
import { lossBy } from "./weight.js";
import { alike, isCounted, wordsIn } from "./words.js";

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

/** A scene in nobody's known sentence. */
const WORKERS = "gunicorn with eventlet workers, flask behind it, and python never sees the socket";

const spoken = (text: string): Facts => {
  const words = [...wordsIn(text)].filter(isCounted);
  return { "said.words": { value: words, shownBy: words.map((_, index) => `t${index}`) } } as unknown as Facts;
};

describe("what threads in the same words came to", () => {
  it("knows single words that several threads shared, and no others", () => {
    expect([...wordsIn("Gunicorn's worker: gunicorn, WSGI on x1")]).toEqual(["gunicorn", "worker", "wsgi"]);
    expect(["gunicorn", "hunter", "constructor", "", "0:1"].filter(isCounted)).toEqual(["gunicorn"]);
  });

  it("puts the cause first whose threads share the rarest words", () => {
    const [first, second] = alike(wordsIn(WORKERS));
    expect(first).toMatchObject({ cause: "unsupported-server-worker" });
    expect(first?.shared.map(({ word }) => word)).toContain("gunicorn");
    expect(first?.nearness).toBeGreaterThan(second?.nearness ?? 1);
    expect(first?.nearness).toBeLessThanOrEqual(1);
    expect(alike(["hunter"]).every(({ nearness }) => nearness === 0)).toBe(true);
  });

  it("names at most three, each possible, with the words and their lines", () => {
    const found = likeWords(spoken(WORKERS), catalogue, includeAll);
    expect(found[0]).toMatchObject({ cause: "unsupported-server-worker", confidence: "possible", isByWords: true });
    expect(found[0]?.evidence[0]?.text).toMatch(/those of public threads.*“gunicorn” \(\d+ of \d+\)/);
    expect(found[0]?.evidence[0]?.events).toContain("t0");
    expect(found.length).toBeLessThanOrEqual(3);
  });

  it("names none for a bare complaint, for what is ruled out, or where there is no text", () => {
    expect(likeWords(spoken("socket.io does not connect, please help"), catalogue, includeAll)).toEqual([]);
    expect(likeWords(spoken(WORKERS), catalogue, () => true)).toEqual([]);
    expect(likeWords({}, catalogue, includeAll)).toEqual([]);
    const benign = { ...catalogue.entries[0], benign: true, when: [] } as unknown as Entry;
    const always = { ...benign, when: [[]] } as unknown as Entry;
    expect(
      likeWords(spoken(WORKERS), { ...catalogue, entries: [...catalogue.entries, benign] }, includeAll),
    ).not.toEqual([]);
    expect(likeWords(spoken(WORKERS), { ...catalogue, entries: [...catalogue.entries, always] }, includeAll)).toEqual(
      [],
    );
  });
});
