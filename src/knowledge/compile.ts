import type { ProtocolName } from "../core/connection.js";
import type { Clue, Condition, Entry, Exclusion, Fix } from "../core/knowledge.js";
import { type Compiler, condition } from "./conditions.js";
import { type Example, readExamples } from "./examples.js";
import { type RawCondition, readFrontMatter } from "./front-matter.js";
import { KnowledgeError, type MarkdownFile, splitMarkdown } from "./markdown-file.js";
import { checkProse, sentence } from "./sentences.js";

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
    decidedBy: data.decidedBy ?? null,
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
