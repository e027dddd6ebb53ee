import { type Definition, FACTS, type FactName, type FactValue, type Unit } from "../core/facts/index.js";
import type { Condition, Test } from "../core/knowledge.js";
import { closest } from "./did-you-mean.js";
import type { RawCondition, ReadFrontMatter } from "./front-matter.js";
import { KnowledgeError } from "./markdown-file.js";

/** The file that is compiled, for what is to be said of it. */
export interface Compiler {
  file: string;
  front: ReadFrontMatter;
}

/** What an entry's `if` or `when` compares; every fact must be one that there is, and every value one that it can have. */
export function condition(compiler: Compiler, raw: RawCondition, path: PropertyKey[]): Condition {
  return Object.entries(raw).flatMap(([name, expected]) => {
    const at = [...path, name];
    const fact = factNamed(compiler, name, at);
    return tests(compiler, expected, at).map((test) => ({ fact, test: checked(compiler, test, FACTS[fact], at) }));
  });
}

function factNamed({ file, front }: Compiler, name: string, path: PropertyKey[]): FactName {
  if (Object.hasOwn(FACTS, name)) return name as FactName;
  throw new KnowledgeError(file, front.lineOf(path), `no fact is named "${name}"; did you mean "${closest(name)}"?`);
}

function tests(compiler: Compiler, expected: RawCondition[string], path: PropertyKey[]): Test[] {
  if (Array.isArray(expected)) return [{ op: "is", values: expected }];
  if (typeof expected !== "object") return [{ op: "is", values: [expected] }];
  return Object.entries(expected).flatMap(([op, value]): Test | Test[] => {
    if (op === "any" && Array.isArray(value)) return { op: "is", values: value };
    if (op === "all" && Array.isArray(value)) return value.map((each) => ({ op: "is", values: [each] }));
    if (op === "not") return { op, values: Array.isArray(value) ? value : [value as FactValue] };
    if (op === "matches") return { op, value: pattern(compiler, String(value), path) };
    if (op === "contains") return { op, value: String(value) };
    return op === "known" ? { op, value: value === true } : { op: op as "above", value: Number(value) };
  });
}

function pattern({ file, front }: Compiler, source: string, path: PropertyKey[]): RegExp {
  try {
    return new RegExp(source, "i");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new KnowledgeError(file, front.lineOf(path), `matches: ${why}; correct the regular expression`);
  }
}

const TYPE_OF: Record<Unit, string> = {
  text: "string",
  flag: "boolean",
  count: "number",
  ms: "number",
  bytes: "number",
  set: "string",
};

function checked({ file, front }: Compiler, test: Test, { unit, oneOf }: Definition, path: PropertyKey[]): Test {
  const type = TYPE_OF[unit];
  const values = test.op === "is" || test.op === "not" ? test.values : [];
  const needsNumber = ["above", "below", "atLeast", "atMost"].includes(test.op);
  const stranger = values.find((value) => oneOf && !oneOf.includes(String(value)));
  if (stranger !== undefined) {
    const advice = `${String(path.at(-1))} is never "${stranger}"; did you mean "${closest(String(stranger), oneOf)}"?`;
    throw new KnowledgeError(file, front.lineOf(path), advice);
  }
  if (values.every((value) => typeof value === type) && (!needsNumber || type === "number")) return test;
  throw new KnowledgeError(
    file,
    front.lineOf(path),
    `${String(path.at(-1))} is a ${type} (${unit}); compare it with one`,
  );
}
