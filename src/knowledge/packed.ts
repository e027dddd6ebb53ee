import type { Clue, Condition, Entry, Exclusion, Fix, Knowledge, Test } from "../core/knowledge.js";

/**
 * The catalogue by columns: all titles, all explanations, all fixes, each beside its like; and each test once, however many
 * conditions ask for it. So it packs a quarter smaller than entry by entry, and what an extension weighs is mostly its catalogue.
 */
export interface Packed {
  version: string;
  pages: string;
  /** Of each field, one value an entry. */
  entries: { [Field in Exclude<keyof Entry, ListField>]: Entry[Field][] };
  /** Of each list, how many an entry has; what is in them stands one after the other in columns of its own. */
  counts: { [Field in ListField]: number[] };
  tests: PackedTests;
  when: PackedCondition[];
  fixes: Columns<Fix>;
  supports: PackedSayings;
  weakens: PackedSayings;
  rulesOut: PackedSayings;
}

type ListField = "when" | "fixes" | "supports" | "weakens" | "rulesOut";
type Columns<T> = { [Field in keyof T]: T[Field][] };

type Asked = Condition[number];

/** By fact and operator, the values that are asked for. */
type PackedTests = Partial<Record<Asked["fact"], Partial<Record<Test["op"], unknown[]>>>>;

/** Places of its tests among all that there are. */
type PackedCondition = number[];

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
  const { tests, packCondition } = packTests(entries.flatMap(conditionsOf));
  const packSayings = (all: (Exclusion | Clue)[]) => sayings(all, packCondition);
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
    tests,
    fixes: { technology: fixes.map(({ technology }) => technology), text: fixes.map(({ text }) => text) },
    when: entries.flatMap((entry) => entry.when.map(packCondition)),
    supports: packSayings(entries.flatMap((entry) => entry.supports)),
    weakens: packSayings(entries.flatMap((entry) => entry.weakens)),
    rulesOut: packSayings(entries.flatMap((entry) => entry.rulesOut)),
  };
}

function conditionsOf({ when, supports, weakens, rulesOut }: Entry): Condition[] {
  return [...when, ...[...supports, ...weakens, ...rulesOut].map((each) => each.if)];
}

/** Like stands beside like. */
function packTests(conditions: readonly Condition[]) {
  const keyOf = ({ fact, test }: Asked) => JSON.stringify([fact, test.op, packValue(test)]);
  const distinct = new Map(conditions.flat().map((asked) => [keyOf(asked), asked]));
  const keys = [...distinct.keys()].sort();
  const tests: PackedTests = {};
  for (const key of keys) {
    const { fact, test } = distinct.get(key) as Asked;
    const ofFact = tests[fact] ?? {};
    ofFact[test.op] = [...(ofFact[test.op] ?? []), packValue(test)];
    tests[fact] = ofFact;
  }
  const places = new Map(keys.map((key, place) => [key, place]));
  return {
    tests,
    packCondition: (condition: Condition) => condition.map((asked) => places.get(keyOf(asked)) as number),
  };
}

function sayings(all: (Exclusion | Clue)[], packCondition: (condition: Condition) => PackedCondition): PackedSayings {
  const clues = all.filter((each) => "points" in each);
  return {
    if: all.map((each) => packCondition(each.if)),
    says: all.map(({ says }) => says),
    points: clues.map(({ points }) => points),
    confirms: clues.map(({ confirms }) => confirms),
  };
}

function packValue(test: Test): unknown {
  if (test.op === "matches") return test.value.source;
  return "values" in test ? test.values : test.value;
}

export function unpack(packed: Packed): Knowledge {
  const { version, pages, entries, counts } = packed;
  const tests = unpackTests(packed.tests);
  const next = {
    when: handOut(conditions(packed.when, tests), counts.when),
    fixes: handOut(
      packed.fixes.text.map((text, place) => ({ technology: packed.fixes.technology[place] ?? "", text })),
      counts.fixes,
    ),
    supports: handOut(clues(packed.supports, tests), counts.supports),
    weakens: handOut(clues(packed.weakens, tests), counts.weakens),
    rulesOut: handOut(exclusions(packed.rulesOut, tests), counts.rulesOut),
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

function conditions(packed: readonly PackedCondition[], tests: readonly Asked[]): Condition[] {
  return packed.map((places) => places.flatMap((place) => tests[place] ?? []));
}

function exclusions({ if: asked, says }: PackedSayings, tests: readonly Asked[]): Exclusion[] {
  return conditions(asked, tests).map((condition, place) => ({ if: condition, says: says[place] ?? "" }));
}

function clues(packed: PackedSayings, tests: readonly Asked[]): Clue[] {
  const { points, confirms } = packed;
  return exclusions(packed, tests).map((each, place) => ({
    ...each,
    points: points[place] ?? 0,
    confirms: confirms[place] ?? false,
  }));
}

function unpackTests(packed: PackedTests): Asked[] {
  return Object.entries(packed).flatMap(([fact, byOperator]) =>
    Object.entries(byOperator).flatMap(([op, values]) =>
      values.map((value) => ({ fact: fact as Asked["fact"], test: unpackTest(op as Test["op"], value as never) })),
    ),
  );
}

/** Every pattern is compiled with this flag. */
function unpackTest(op: Test["op"], value: never): Test {
  if (op === "matches") return { op, value: new RegExp(value, "i") };
  return Array.isArray(value) ? ({ op, values: value } as Test) : ({ op, value } as Test);
}
