import { readdirSync, readFileSync } from "node:fs";
import { check, type Diagnostics } from "recheck";
import { parseAst } from "vite";
import { compileFolder } from "../../src/knowledge/folder.js";
import { threadMs } from "../bench/thread-time.js";

/**
 * `npm run fuzz:patterns`: asks a checker of regular expressions (recheck) whether any in src/ or knowledge/ can be made to
 * backtrack without an end. It proves most to be linear. Where it proves nothing, or finds that the time grows with a power
 * of the length, its own attack is made as long as what the pattern is ever given, and timed. Takes up to an hour; with the
 * beginning of a path (`-- src/core/said src/capture`, `-- knowledge`) only what stands there is asked about.
 */
const CHECK_MS = 15_000;
const LONGEST_MS = 1000;

/** What a line of text is cut to before the patterns of `explain` see it, and a fact's text before an entry's. */
const LONGEST_LINE = 2000;
const LONGEST_FACT = 8000;
/** Of everything else: 100,000 characters, and what takes no second of them takes none that matters. */
const LONGEST = 100_000;

interface Pattern {
  expression: RegExp;
  place: string;
  length: number;
}

const parts = process.argv.slice(2);
const isAsked = ({ place }: Pattern) => parts.length === 0 || parts.some((part) => place.startsWith(part));

const table: Record<string, number> = {};
const failures: string[] = [];
for (const { expression, place, length } of [...inSource(), ...inKnowledge()].filter(isAsked)) {
  const { source, flags } = expression;
  const found = await check(source, flags, { timeout: CHECK_MS });
  const verdict = verdictOn(found);
  table[verdict] = (table[verdict] ?? 0) + 1;
  if (verdict === "proven linear") continue;
  const ms = found.status === "vulnerable" ? timed(expression, found, length) : 0;
  if (ms <= LONGEST_MS) continue;
  failures.push(`${place}: ${expression} takes ${Math.round(ms)} ms of ${length} characters`);
  console.error(failures.at(-1));
}
console.table(table);
console.log(failures.length === 0 ? "no attack takes a second" : `${failures.length} attacks take more than a second`);
process.exitCode = failures.length > 0 ? 1 : 0;

function verdictOn(found: Diagnostics): string {
  if (found.status === "unknown") return "undecided in time";
  if (found.status === "safe") return found.checker === "automaton" ? "proven linear" : "no attack found";
  return `${found.complexity.type} (${found.checker})`;
}

/** Milliseconds for the attack, pumped to the length that the pattern may be given. */
function timed(expression: RegExp, found: Extract<Diagnostics, { status: "vulnerable" }>, length: number): number {
  const { pumps, suffix } = found.attack;
  const unit = pumps.reduce((sum, { pump }) => sum + pump.length, 0) || 1;
  const times = Math.ceil(length / unit);
  const text = pumps.map(({ prefix, pump }) => prefix + pump.repeat(times)).join("") + suffix;
  const from = threadMs();
  new RegExp(expression.source, expression.flags.replace("y", "")).test(text);
  return threadMs() - from;
}

function inSource(): Pattern[] {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$|(^|\/)testing\//.test(file))
    .flatMap((file) => {
      const isOfLines = /^(core\/said|capture\/text)\//.test(file);
      return literalsIn(`src/${file}`).map((expression) => ({
        expression,
        place: `src/${file}`,
        length: isOfLines ? LONGEST_LINE : LONGEST,
      }));
    });
}

function literalsIn(file: string): RegExp[] {
  const found: RegExp[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if ("regex" in node && "value" in node && node.value instanceof RegExp) found.push(node.value);
    else Object.values(node).forEach(look);
  };
  look(parseAst(readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }));
  return found;
}

function inKnowledge(): Pattern[] {
  return compileFolder("knowledge").knowledge.entries.flatMap((entry) => {
    const conditions = [
      ...entry.when,
      ...[...entry.supports, ...entry.weakens, ...entry.rulesOut].map((each) => each.if),
    ];
    return conditions.flatMap((condition) =>
      condition.flatMap(({ test }) =>
        test.op === "matches"
          ? [{ expression: test.value, place: `knowledge/${entry.id}.md`, length: LONGEST_FACT }]
          : [],
      ),
    );
  });
}
