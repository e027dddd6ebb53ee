import type { ProtocolName } from "../core/connection.js";
import { type Definition, FACTS, type FactName, type FactValue, type Unit } from "../core/facts/index.js";
import type { Clue, Condition, Entry, Exclusion, Fix, Test } from "../core/knowledge.js";
import { placeholders } from "../core/wording.js";
import { type RawCondition, type ReadFrontMatter, readFrontMatter } from "./front-matter.js";
import { fenceOf, KnowledgeError, type MarkdownFile, type Section, splitMarkdown } from "./markdown-file.js";

/** Traffic that an entry must win ("example") or leave to another ("look-alike"). */
export interface Example {
  kind: "example" | "look-alike";
  title: string;
  /** The entry that must rank first, "healthy" for none at all; an example may name one that it ties with. */
  winner: string;
  /** A wire script, or a text as somebody would paste it. */
  notation: "wire" | "text";
  script: string;
  file: string;
  /** Line of the script's first line. */
  line: number;
}

export interface CompiledFile {
  entry: Entry;
  examples: Example[];
}

const FOLDERS = ["signalr", "engine-io", "web-pubsub", "any"];

/**
 * Compiles one knowledge file; `file` is its path below `knowledge/`, as in "signalr/no-sticky-sessions.md".
 * Throws a KnowledgeError that names file and line and says what to do.
 */
export function compileFile(file: string, source: string): CompiledFile {
  const [folder = ""] = file.split("/");
  if (!FOLDERS.includes(folder)) throw new KnowledgeError(file, 1, `move it to one of ${FOLDERS.join(", ")}`);
  const markdown = splitMarkdown(file, source);
  const front = readFrontMatter(file, markdown.frontMatter, markdown.frontMatterLine);
  const compiler = { file, front };
  const entry = compileEntry(compiler, folder as Entry["protocol"], markdown);
  return { entry, examples: readExamples(file, source, markdown, entry.id) };
}

interface Compiler {
  file: string;
  front: ReadFrontMatter;
}

function compileEntry(compiler: Compiler, protocol: Entry["protocol"], markdown: MarkdownFile): Entry {
  const { data } = compiler.front;
  if (compiler.file !== `${protocol}/${data.cause}.md`) {
    const line = compiler.front.lineOf(["cause"]);
    throw new KnowledgeError(
      compiler.file,
      line,
      `the cause is "${data.cause}"; name the file after it, or mend the cause`,
    );
  }
  const whens = Array.isArray(data.when) ? data.when : [data.when];
  const pathOf = (index: number) => (Array.isArray(data.when) ? ["when", index] : ["when"]);
  const entry: Entry = {
    id: compiler.file.replace(/\.md$/, ""),
    cause: data.cause,
    protocol,
    title: markdown.title.heading.slice(2).trim(),
    benign: data.benign,
    explanation: markdown.title.text,
    common: data.common,
    when: whens.map((raw, index) => [...ofProtocol(protocol), ...condition(compiler, raw, pathOf(index))]),
    supports: data.supports.map((raw, index) => clue(compiler, raw, ["supports", index])),
    weakens: data.weakens.map((raw, index) => clue(compiler, raw, ["weakens", index])),
    rulesOut: data.rulesOut.map((raw, index) => exclusion(compiler, raw, ["rulesOut", index])),
    wouldDecide: data.wouldDecide === undefined ? null : sentence(compiler, data.wouldDecide, ["wouldDecide"]),
    fixes: readFixes(compiler.file, markdown, data.benign),
    reproduce: reproduction(compiler),
    link: data.link,
  };
  checkProse(compiler.file, markdown.title);
  return entry;
}

function ofProtocol(protocol: Entry["protocol"]): Condition {
  return protocol === "any"
    ? []
    : [{ fact: "protocol", test: { op: "is", values: [protocol satisfies ProtocolName] } }];
}

function clue(
  compiler: Compiler,
  raw: { if: RawCondition; points: number; says: string; confirms?: boolean | undefined },
  path: PropertyKey[],
): Clue {
  const { points, confirms = false } = raw;
  return {
    if: condition(compiler, raw.if, [...path, "if"]),
    points,
    confirms,
    says: sentence(compiler, raw.says, [...path, "says"]),
  };
}

function exclusion(compiler: Compiler, raw: { if: RawCondition; says: string }, path: PropertyKey[]): Exclusion {
  return { if: condition(compiler, raw.if, [...path, "if"]), says: sentence(compiler, raw.says, [...path, "says"]) };
}

function reproduction(compiler: Compiler): Entry["reproduce"] {
  const { reproduce } = compiler.front.data;
  return typeof reproduce === "string" ? { command: sentence(compiler, reproduce, ["reproduce"]) } : reproduce;
}

function condition(compiler: Compiler, raw: RawCondition, path: PropertyKey[]): Condition {
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

/** In sentences every brace is a fact; code in a fix may hold braces of its own. */
function sentence({ file, front }: Compiler, text: string, path: PropertyKey[]): string {
  const wrong = placeholders(text).find((name) => !(name in FACTS));
  if (wrong === undefined) return text;
  throw new KnowledgeError(
    file,
    front.lineOf(path),
    `no fact is named "${wrong}"; did you mean "{${closest(wrong)}}"?`,
  );
}

function checkProse(file: string, section: Section): void {
  const wrong = placeholders(section.text).find((name) => !(name in FACTS) && name.includes("."));
  if (wrong === undefined) return;
  throw new KnowledgeError(file, section.line, `no fact is named "${wrong}"; did you mean "{${closest(wrong)}}"?`);
}

/** What is no failure needs none. */
function readFixes(file: string, markdown: MarkdownFile, isBenign: boolean): Fix[] {
  const fixes = markdown.sections.filter(({ heading }) => /^## Fix\b/.test(heading));
  if (fixes.length === 0 && !isBenign)
    throw new KnowledgeError(file, markdown.title.line, 'add a "## Fix" section that says what to change');
  return fixes.map((section) => {
    checkProse(file, section);
    return { technology: section.heading.replace(/^## Fix:?\s*/, ""), text: section.text };
  });
}

const EXAMPLE_HEADING = /^## (Example|Look-alike): (.+?)(?: → (\S+))?$/;

function readExamples(file: string, source: string, markdown: MarkdownFile, id: string): Example[] {
  const examples = markdown.sections
    .filter(({ heading }) => !/^## Fix\b/.test(heading))
    .map((section) => readExample(file, source, section, id));
  if (!examples.some(({ kind }) => kind === "example")) {
    throw new KnowledgeError(
      file,
      markdown.title.line,
      'add an "## Example: …" with a wire script that this entry must win',
    );
  }
  if (!examples.some(({ kind }) => kind === "look-alike")) {
    throw new KnowledgeError(
      file,
      markdown.title.line,
      'add a "## Look-alike: … → folder/entry" (or → healthy): what looks like this but is not?',
    );
  }
  return examples;
}

function readExample(file: string, source: string, section: Section, id: string): Example {
  const [, kind, title = "", target] = EXAMPLE_HEADING.exec(section.heading) ?? [];
  if (!kind)
    throw new KnowledgeError(
      file,
      section.line,
      'unknown section; use "## Fix: …", "## Example: …" or "## Look-alike: … → folder/entry"',
    );
  const wire = fenceOf(section, source, "wire");
  const fence = wire ?? fenceOf(section, source, "text");
  if (!fence)
    throw new KnowledgeError(
      file,
      section.line,
      "show the traffic in a ```wire fence, or a pasted text in a ```text fence",
    );
  if (kind === "Look-alike" && !target) {
    throw new KnowledgeError(file, section.line, 'say who must win: "## Look-alike: … → folder/entry", or → healthy');
  }
  return {
    kind: kind === "Example" ? "example" : "look-alike",
    title,
    winner: target ?? id,
    notation: wire ? "wire" : "text",
    script: fence.text,
    file,
    line: fence.line,
  };
}

function closest(name: string, among: readonly string[] = Object.keys(FACTS)): string {
  return among.reduce((best, each) => (distance(each, name) < distance(best, name) ? each : best));
}

/** Levenshtein. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, against] of [...other].entries()) {
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== against)));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
