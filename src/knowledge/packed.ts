import type { Clue, Condition, Entry, Exclusion, Fix, Knowledge, Test } from "../core/knowledge.js";

/**
 * The catalogue by columns: all titles, all explanations, all fixes, each beside its like. So it packs a fifth smaller than
 * entry by entry, and what an extension weighs is mostly its catalogue.
 */
export interface Packed {
  version: string;
  pages: string;
  /** Of each field, one value an entry. */
  entries: { [Field in Exclude<keyof Entry, ListField>]: Entry[Field][] };
  /** Of each list, how many an entry has; what is in them stands one after the other in columns of its own. */
  counts: { [Field in ListField]: number[] };
  when: PackedCondition[];
  fixes: Columns<Fix>;
  supports: PackedSayings;
  weakens: PackedSayings;
  rulesOut: PackedSayings;
}

type ListField = "when" | "fixes" | "supports" | "weakens" | "rulesOut";
type Columns<T> = { [Field in keyof T]: T[Field][] };

/** Fact, operator and value, then the next. */
type PackedCondition = unknown[];

/** Clues, or exclusions, which have neither points nor the power to confirm. */
interface PackedSayings {
  if: PackedCondition[];
  says: string[];
  points: number[];
  confirms: boolean[];
}

export function pack({ version, pages, entries }: Knowledge): Packed {
  const column = <Field extends keyof Entry>(field: Field) => entries.map((entry) => entry[field]);
  const count = (field: ListField) => entries.map((entry) => entry[field].length);
  const fixes = entries.flatMap((entry) => entry.fixes);
  return {
    version,
    pages,
    entries: {
      id: column("id"),
      cause: column("cause"),
      protocol: column("protocol"),
      common: column("common"),
      link: column("link"),
      title: column("title"),
      benign: column("benign"),
      explanation: column("explanation"),
      wouldDecide: column("wouldDecide"),
      decidedBy: column("decidedBy"),
      reproduce: column("reproduce"),
    },
    counts: {
      when: count("when"),
      fixes: count("fixes"),
      supports: count("supports"),
      weakens: count("weakens"),
      rulesOut: count("rulesOut"),
    },
    fixes: { technology: fixes.map(({ technology }) => technology), text: fixes.map(({ text }) => text) },
    when: entries.flatMap((entry) => entry.when.map(packCondition)),
    supports: packSayings(entries.flatMap((entry) => entry.supports)),
    weakens: packSayings(entries.flatMap((entry) => entry.weakens)),
    rulesOut: packSayings(entries.flatMap((entry) => entry.rulesOut)),
  };
}

function packSayings(all: (Exclusion | Clue)[]): PackedSayings {
  const clues = all.filter((each) => "points" in each);
  return {
    if: all.map((each) => packCondition(each.if)),
    says: all.map(({ says }) => says),
    points: clues.map(({ points }) => points),
    confirms: clues.map(({ confirms }) => confirms),
  };
}

function packCondition(condition: Condition): PackedCondition {
  return condition.flatMap(({ fact, test }) => [fact, test.op, packValue(test)]);
}

function packValue(test: Test): unknown {
  if (test.op === "matches") return test.value.source;
  return "values" in test ? test.values : test.value;
}

export function unpack(packed: Packed): Knowledge {
  const { version, pages, entries, counts } = packed;
  const next = {
    when: handOut(packed.when.map(unpackCondition), counts.when),
    fixes: handOut(
      packed.fixes.text.map((text, place) => ({ technology: packed.fixes.technology[place] ?? "", text })),
      counts.fixes,
    ),
    supports: handOut(clues(packed.supports), counts.supports),
    weakens: handOut(clues(packed.weakens), counts.weakens),
    rulesOut: handOut(exclusions(packed.rulesOut), counts.rulesOut),
  };
  const own = Object.entries(entries) as [keyof Entry, unknown[]][];
  return {
    version,
    pages,
    entries: entries.id.map((_, place) => {
      const fields = own.map(([field, column]) => [field, column[place]]);
      const lists = Object.entries(next).map(([field, list]) => [field, list[place]]);
      return Object.fromEntries([...fields, ...lists]) as Entry;
    }),
  };
}

/** So many of a column to each entry. */
function handOut<T>(column: readonly T[], counts: readonly number[]): T[][] {
  let start = 0;
  return counts.map((count) => {
    start += count;
    return column.slice(start - count, start);
  });
}

function exclusions({ if: conditions, says }: PackedSayings): Exclusion[] {
  return conditions.map((condition, place) => ({ if: unpackCondition(condition), says: says[place] ?? "" }));
}

function clues(packed: PackedSayings): Clue[] {
  const { points, confirms } = packed;
  return exclusions(packed).map((each, place) => ({
    ...each,
    points: points[place] ?? 0,
    confirms: confirms[place] ?? false,
  }));
}

function unpackCondition(packed: PackedCondition): Condition {
  const tests: { fact: Condition[number]["fact"]; test: Test }[] = [];
  for (let place = 0; place < packed.length; place += 3) {
    const [fact, op, value] = packed.slice(place, place + 3) as [Condition[number]["fact"], Test["op"], never];
    tests.push({ fact, test: unpackTest(op, value) });
  }
  return tests;
}

/** Every pattern is compiled with this flag. */
function unpackTest(op: Test["op"], value: never): Test {
  if (op === "matches") return { op, value: new RegExp(value, "i") };
  return Array.isArray(value) ? ({ op, values: value } as Test) : ({ op, value } as Test);
}
