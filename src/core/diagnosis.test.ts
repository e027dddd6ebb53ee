import { expect, test } from "vitest";
import { diagnose } from "./diagnosis.js";
import type { Fact, FactName, Facts, FactValue } from "./facts/index.js";
import { type Clue, type Condition, type Entry, type Knowledge, NOTHING_KNOWN } from "./knowledge.js";

const said = (...values: string[]): Condition => [{ fact: "said.messages", test: { op: "is", values } }];
const clue = (points: number, ...values: string[]): Clue => ({
  if: said(...values),
  points,
  says: "",
  confirms: false,
});

function entry(cause: string, parts: Partial<Entry>): Entry {
  const none = { supports: [], weakens: [], rulesOut: [], fixes: [], benign: false };
  const words = {
    title: cause,
    explanation: "",
    wouldDecide: null,
    decidedBy: null,
    link: "",
    reproduce: { impossible: "" },
  };
  return {
    id: `any/${cause}`,
    cause,
    protocol: "any",
    common: 0.5,
    when: [said("cors-blocked")],
    ...none,
    ...words,
    ...parts,
  };
}

function facts(values: Partial<Record<FactName, FactValue>>): Facts {
  const entries = Object.entries(values).map(([name, value]): [string, Fact] => [name, { value, shownBy: [] }]);
  return Object.fromEntries(entries);
}

function diagnosed(values: Partial<Record<FactName, FactValue>>, ...entries: Entry[]) {
  const knowledge: Knowledge = { ...NOTHING_KNOWN, entries };
  return diagnose(facts({ "said.messages": ["cors-blocked", "cors-wildcard"], ...values }), knowledge);
}

test("a text in which nothing speaks for any cause gets no guess, and is told what it lacks", () => {
  const told = diagnosed({ "said.alone": true, "said.vaguely": true }, entry("one", {}), entry("other", { common: 1 }));
  expect(told.causes).toEqual([]);
  expect(told.wouldDecide).toMatch(/lacks the URL that failed, its status.* and the error's own words/);
});

test("a text in which nothing speaks, in the words of many earlier threads, gets what those came to, and is told what it lacks", () => {
  const worker = entry("unsupported-server-worker", {});
  const words = ["gunicorn", "workers", "flask", "app", "behind"];
  const told = diagnosed({ "said.alone": true, "said.vaguely": true, "said.words": words }, worker);
  expect(told.causes).toMatchObject([{ cause: "unsupported-server-worker", confidence: "possible", score: 0.2 }]);
  expect(told.wouldDecide).toMatch(/^Nothing in this text says why/);
});

test("earlier threads' signs complete a text's list of causes, and never begin one", () => {
  const speaking = entry("one", { when: [said("connection-refused")], supports: [clue(1, "connection-refused")] });
  const others = [entry("server-not-running", { when: [] }), entry("wrong-port", { when: [] })];
  const text = { "said.alone": true, "said.messages": ["connection-refused"] };
  const causes = (...first: Entry[]) => diagnosed(text, ...first, ...others).causes.map(({ cause }) => cause);
  expect(causes(speaking)).toEqual(["one", "server-not-running", "wrong-port"]);
  expect(causes()).toEqual([]);
});

test("on the wire a cause that fits is named, though nothing more speaks for it", () => {
  expect(diagnosed({}, entry("one", {})).causes.map(({ cause }) => cause)).toEqual(["one"]);
});

test("what a text lacks is what it does not hold", () => {
  const { wouldDecide } = diagnosed({ "said.alone": true, "request.host": "app.test", status: 500 }, entry("one", {}));
  expect(wouldDecide).toMatch(/lacks the body of the answer/);
});

test("a recording without the body of a refusal is told that the body would say why", () => {
  const decider = (values: Partial<Record<FactName, FactValue>>) => diagnosed(values).wouldDecide;
  expect(decider({ status: 400 })).toMatch(/no body of this answer/);
  expect(decider({ status: 400, "answer.body": "no" })).toBeNull();
  expect(decider({ status: 0 })).toBeNull();
});

test("a sentence that only one cause could say confirms it", () => {
  const sure = entry("one", { supports: [{ ...clue(3, "cors-wildcard"), confirms: true }] });
  expect(diagnosed({ "said.alone": true }, sure, entry("other", {})).causes[0]?.confidence).toBe("confirmed");
});

test("in a text a rival that as much speaks for leaves nothing confirmed, and may come first", () => {
  const sure = entry("one", { supports: [{ ...clue(3, "cors-wildcard"), confirms: true }] });
  const rival = entry("other", { supports: [clue(4, "cors-wildcard")] });
  const { causes } = diagnosed({ "said.alone": true }, sure, rival);
  expect(causes.map(({ cause, confidence }) => [cause, confidence])).toEqual([
    ["other", "possible"],
    ["one", "possible"],
  ]);
});
