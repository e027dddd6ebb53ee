import { readdirSync, readFileSync } from "node:fs";
import { parseAst } from "vite";

/** A regular expression of the code or of the knowledge, and what is known of the texts that it is given. */
export interface Pattern {
  expression: RegExp;
  place: string;
  /** Is it tried again behind each match? */
  isRepeated: boolean;
  /** Letters at which a part of its text ends that has at most `LONGEST_LINE` of them. */
  breaks: string;
}

/** What the reader of pasted texts cuts a line to (src/capture/text/lines.ts). */
export const LONGEST_LINE = 2000;

/** Files that make patterns of text. */
const MAKERS = [
  "src/report/header-rules.ts",
  "src/report/redact-text.ts",
  "src/knowledge/wire-script.ts",
  "src/report/phrases.ts",
  "src/replay/rewrite.ts",
  "src/capture/text/places.ts",
  // Those of the lexicon and of the entries, which are gathered there.
  "src/core/said/lexicon/translated.ts",
  "src/knowledge/conditions.ts",
  "src/knowledge/packed.ts",
  // Figures as they were typed, and nothing else.
  "src/panel/filters.ts",
  // A user's own pattern is tried on the user's own recording, beside the main thread, and can be stopped.
  "src/report/own-name.ts",
  "src/report/own-names.ts",
];

const LOADED: Readonly<Record<string, () => Promise<unknown>>> = {
  "src/report/header-rules.ts": () => import("../../src/report/header-rules.js"),
  "src/report/redact-text.ts": () => import("../../src/report/redact-text.js"),
  "src/knowledge/wire-script.ts": () => import("../../src/knowledge/wire-script.js"),
};

/** Every pattern that is written in the code, stands in the knowledge, or is made of text. */
export async function gatherPatterns(): Promise<Pattern[]> {
  const files = sourceFiles();
  const written = files.flatMap(patternsIn);
  const makers = files.filter((file) => /\bRegExp\(/.test(readFileSync(file, "utf8")));
  const unknown = makers.filter((file) => !MAKERS.includes(file));
  if (unknown.length > 0)
    throw new Error(`${unknown.join(", ")}: makes patterns; say in ${import.meta.filename} of what`);
  return [...written, ...(await caughtOnes()), ...(await ofKnowledge())];
}

/** What is shipped; the walls are held within this repository, and read nothing else. */
function sourceFiles(): string[] {
  return readdirSync("src", { recursive: true, encoding: "utf8" })
    .map((file) => `src/${file.replaceAll("\\", "/")}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|\.d\.ts$|\/testing\/|^src\/walls\//.test(file))
    .sort();
}

interface Node {
  type?: unknown;
  name?: unknown;
  value?: unknown;
  init?: Node | null;
  id?: unknown;
  callee?: Node & { property?: unknown };
  arguments?: unknown;
}

function patternsIn(file: string): Pattern[] {
  const found: Pattern[] = [];
  const names = new Map<unknown, Pattern>();
  const split = new Set<unknown>();
  const look = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, value, init, id, callee, arguments: given } = node as Node;
    if (value instanceof RegExp && "regex" in node) found.push(patternOf(value, file));
    if (type === "CallExpression" && nameOf(callee?.property) === "split") split.add(ofFirst(given));
    Object.values(node).forEach(look);
    if (type === "VariableDeclarator" && init?.value instanceof RegExp)
      for (const each of found.slice(-1)) names.set(nameOf(id), each);
  };
  look(parseAst(readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" }));
  for (const one of split) {
    const pattern =
      one instanceof RegExp ? found.find(({ expression }) => String(expression) === String(one)) : names.get(one);
    if (pattern) pattern.isRepeated = true;
  }
  return found;
}

/** The first argument: a pattern as it stands, or its name. */
function ofFirst(given: unknown): unknown {
  const [first] = given as Node[];
  return first?.value instanceof RegExp ? first.value : nameOf(first);
}

function nameOf(node: unknown): unknown {
  return (node as Node | null | undefined)?.name;
}

function patternOf(expression: RegExp, place: string): Pattern {
  return { expression, place, isRepeated: /[gy]/.test(expression.flags), breaks: breaksIn(place) };
}

/** Of a pasted text the lines are given, or all of them put together: with blanks to the lexicon, else with line ends. */
function breaksIn(place: string): string {
  if (/^src\/core\/said\/lexicon\/|^src\/capture\/text\/advice/.test(place)) return " \n";
  return /^src\/capture\/text\/(?!log-export)/.test(place) ? "\n" : "";
}

/** Those that are made of text: caught while the files that make them are loaded, and called. */
async function caughtOnes(): Promise<Pattern[]> {
  const caught: Pattern[] = [];
  const Plain = globalThis.RegExp;
  let place = "";
  globalThis.RegExp = new Proxy(Plain, {
    construct(target, given: [string, string?]) {
      const expression = new target(...given);
      if (MAKERS.includes(place)) caught.push(patternOf(expression, place));
      return expression;
    },
  });
  try {
    for (const [file, load] of Object.entries(LOADED)) {
      place = file;
      await load();
    }
    await callMakers((file) => {
      place = file;
    });
  } finally {
    globalThis.RegExp = Plain;
  }
  return caught;
}

async function callMakers(at: (place: string) => void): Promise<void> {
  at("not ours");
  const { phrasesOf, createPhrases } = await import("../../src/report/phrases.js");
  const { rewriteOrigins } = await import("../../src/replay/rewrite.js");
  const { prefixLost } = await import("../../src/capture/text/places.js");
  const { compileFolder } = await import("../../src/knowledge/folder.js");
  const { knowledge } = compileFolder("knowledge");
  at("src/report/phrases.ts");
  createPhrases(phrasesOf(knowledge));
  at("src/replay/rewrite.ts");
  rewriteOrigins("", new Map([["https://app.test", "http://127.0.0.1:1"]]));
  at("src/capture/text/places.ts");
  prefixLost("404 http://app.test/socket.io/ http://app.test/signalr/negotiate");
}

/** What entries look for in facts, and what is put together of the lexicon's sentences. */
async function ofKnowledge(): Promise<Pattern[]> {
  const { compileFolder } = await import("../../src/knowledge/folder.js");
  const { MESSAGES, SCENE } = await import("../../src/core/said/lexicon/index.js");
  const lexicon = Object.values<{ pattern: RegExp }>({ ...MESSAGES, ...SCENE });
  const said = lexicon.map(({ pattern }) => patternOf(pattern, "src/core/said/lexicon/"));
  const looked = compileFolder("knowledge").knowledge.entries.flatMap(({ id, when, supports, weakens, rulesOut }) => {
    const conditions = [...when, ...[...supports, ...weakens, ...rulesOut].map((each) => each.if)];
    const tests = conditions.flat().map(({ test }) => test);
    return tests.flatMap((test) => (test.op === "matches" ? [patternOf(test.value, `knowledge/${id}.md`)] : []));
  });
  return [...said, ...looked];
}
