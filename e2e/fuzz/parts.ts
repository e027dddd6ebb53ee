import { type AST, RegExpParser } from "@eslint-community/regexpp";

/**
 * What must be shown of one alternative of a pattern, in parts without look-arounds and back-references. Together they have at
 * least as many ways through them as it has, so that it takes no longer than all of them:
 *
 * - Without a look-around a pattern has more ways, not fewer; what stands within the look-around is a part behind what stands
 *   before it. A look-behind of one letter at the very beginning, and an edge of a word there, is kept as that letter: it
 *   says at which places the rest begins.
 * - A back-reference is its group once more, which takes every text that the group can have taken.
 * - What ends a pattern and cannot fail (`\w+` at the end) is left out: its letters belong to the match, each is looked at
 *   once, and where a pattern is tried again the next search begins behind them.
 */
export interface Use {
  flags: string;
  /** Is it tried again behind each match? */
  isRepeated: boolean;
}

export function partsIn({ elements }: AST.Alternative, use: Use): string[] {
  const starts = startsOf(elements);
  const body = starts[0] === "" ? elements : elements.slice(1);
  const parts = [...withoutEnd(body, use).map(({ isAlone, part }) => ({ isAlone, part })), ...lookedFor(body, "")];
  return [...new Set(parts.flatMap(({ isAlone, part }) => (isAlone ? [part] : starts.map((start) => start + part))))];
}

interface Part {
  part: string;
  /** It does not stand behind the pattern's start. */
  isAlone: boolean;
}

export function parse(source: string, flags: string): AST.Pattern {
  return new RegExpParser().parsePattern(source, 0, source.length, { unicode: flags.includes("u") });
}

/** Not to be had in parts. */
export class NotShown extends Error {}

type Elements = readonly AST.Element[];
type AnyGroup = AST.Group | AST.CapturingGroup;

/** A look-behind of one letter (or of so many of a kind) as the letters that stand there; an edge before a word likewise. */
function startsOf([first, ...others]: Elements): string[] {
  if (first?.type !== "Assertion") return [""];
  if (first.kind === "word") return !first.negate && beginsWord(others) ? ["^", "\\W"] : [""];
  if (first.kind !== "lookbehind" || first.alternatives.length > 1) return [""];
  const [node, ...more] = first.alternatives[0]?.elements ?? [];
  if (!node || more.length > 0) return [""];
  if (isLetter(node)) return first.negate ? ["^", negated(node)] : [node.raw];
  if (node.type !== "Quantifier" || node.min !== node.max || !first.negate || !isLetter(node.element)) return [""];
  const fewer = `${node.element.raw}{0,${node.min - 1}}`;
  return [`^${fewer}`, negated(node.element) + fewer];
}

function beginsWord(elements: Elements): boolean {
  const at = elements.findIndex((each) => !(each.type === "Quantifier" && each.min === 0) && !isEmpty(each));
  return at >= 0 && elements.slice(0, at + 1).every((each) => isEmpty(each) || isOfWord(each));
}

function isEmpty(node: AST.Element): boolean {
  return isGroup(node) && node.alternatives.every(({ elements }) => elements.length === 0);
}

function isOfWord(node: AST.Element): boolean {
  if (isGroup(node)) return node.alternatives.every(({ elements }) => beginsWord(elements));
  if (node.type === "Quantifier") return isOfWord(node.element);
  if (node.type === "Character") return /\w/.test(String.fromCodePoint(node.value));
  return /^\\[wd]$|^\[(?:\w-\w|\w|\\[wd])+\]$/.test(node.raw);
}

type Letter = AST.Character | AST.CharacterSet | AST.CharacterClass;

function isLetter(node: AST.Element): node is Letter {
  return node.type === "Character" || node.type === "CharacterSet" || node.type === "CharacterClass";
}

function isGroup(node: AST.Element): node is AnyGroup {
  return node.type === "Group" || node.type === "CapturingGroup";
}

function isLookaround(node: AST.Element): node is AST.LookaroundAssertion {
  return node.type === "Assertion" && (node.kind === "lookahead" || node.kind === "lookbehind");
}

function negated(node: Letter): string {
  if (node.type !== "CharacterClass") return `[^${node.raw}]`;
  return node.negate ? `[${node.raw.slice(2)}` : `[^${node.raw.slice(1)}`;
}

function withoutEnd(elements: Elements, use: Use): Part[] {
  const before = elements.slice(0, -1);
  const last = elements.at(-1);
  if (last && isGroup(last)) return withoutGroup(before, last, use);
  if (last?.type === "Quantifier" && last.greedy) {
    if (isShort(last.element)) return withoutRun(before, last, use);
    if (last.min === 0 && last.max === 1 && isGroup(last.element)) return withoutChoice(before, last.element, use);
  }
  if (last && isEnd(last) && !use.flags.includes("m")) return withoutEndOfText(before, last, use);
  return [whole(elements)];
}

function whole(elements: Elements): Part {
  return { part: elements.map(print).join(""), isAlone: false };
}

function withoutRun(before: Elements, { element, min }: AST.Quantifier, use: Use): Part[] {
  if (min === 0) return withoutEnd(before, use);
  return [{ part: `${before.map(print).join("")}${print(element)}{${min}}`, isAlone: false }];
}

/** The ways through a group are those through each alternative of it. */
function withoutGroup(before: Elements, { alternatives }: AnyGroup, use: Use): Part[] {
  const filler = before.at(-1);
  const others = alternatives.filter(({ elements: [only, ...more] }) => !(only && isEnd(only) && more.length === 0));
  // At each letter the group is tried, and at the text's end it is met.
  if (filler?.raw === "[\\s\\S]*?" && others.length < alternatives.length)
    return [
      whole(before.slice(0, -1)),
      ...others.flatMap(({ elements }) => withoutEnd(elements, use)).map(({ part }) => ({ part, isAlone: true })),
    ];
  return alternatives.flatMap(({ elements }) => withoutEnd([...before, ...elements], use));
}

/** What may be missing is tried once, behind what was matched; where the pattern is tried again, behind each match. */
function withoutChoice(before: Elements, group: AnyGroup, use: Use): Part[] {
  const tried = group.alternatives.flatMap(({ elements }) =>
    withoutEnd(use.isRepeated ? [...before, ...elements] : elements, use),
  );
  if (use.isRepeated) return tried;
  return [...withoutEnd(before, use), ...tried.map(({ part }) => ({ part: `^(?:${part})`, isAlone: true }))];
}

/** What takes every letter meets the end. */
function withoutEndOfText(before: Elements, end: AST.Element, use: Use): Part[] {
  const last = before.at(-1);
  const earlier = before.slice(0, -1);
  if (last?.type === "Quantifier" && last.greedy) {
    if (takesAny(last.element, use.flags) && !Number.isFinite(last.max)) return withoutRun(earlier, last, use);
    if (last.min === 0 && last.max === 1 && isGroup(last.element))
      return [[], ...last.element.alternatives.map(({ elements }) => elements)].flatMap((each) =>
        withoutEnd([...earlier, ...each, end], use),
      );
  }
  if (last && isGroup(last))
    return last.alternatives.flatMap(({ elements }) => withoutEnd([...earlier, ...elements, end], use));
  return [whole([...before, end])];
}

function isEnd(node: AST.Element): boolean {
  return node.type === "Assertion" && node.kind === "end";
}

function takesAny(node: AST.Element, flags: string): boolean {
  return node.raw === "[\\s\\S]" || node.raw === "[^]" || (node.raw === "." && flags.includes("s"));
}

/** Takes a bounded number of letters, at least one. */
function isShort(node: AST.Element): boolean {
  if (isLetter(node)) return true;
  if (!isGroup(node)) return false;
  return node.alternatives.every(
    ({ elements }) => elements.some(takesLetters) && elements.every((each) => isBounded(each) && !isLookaround(each)),
  );
}

function takesLetters(node: AST.Element): boolean {
  if (isGroup(node)) return node.alternatives.every(({ elements }) => elements.some(takesLetters));
  return node.type === "Quantifier" ? node.min > 0 && takesLetters(node.element) : isLetter(node);
}

function isBounded(node: AST.Element): boolean {
  if (node.type === "Backreference") return false;
  if (node.type === "Quantifier") return Number.isFinite(node.max) && isBounded(node.element);
  if (!isGroup(node) && !isLookaround(node)) return true;
  return node.alternatives.every(({ elements }) => elements.every(isBounded));
}

/** What each look-ahead walks, behind what stands before it. A look-behind of bounded length takes a bounded time. */
function lookedFor(elements: Elements, before: string): Part[] {
  let prefix = before;
  return elements.flatMap((each) => {
    const found = within(each, prefix);
    prefix += print(each);
    return found;
  });
}

function within(node: AST.Element, before: string): Part[] {
  if (node.type === "Quantifier") {
    const again = node.max > 1 && print(node.element) !== "" ? `(?:${print(node.element)})*` : "";
    return within(node.element, before + again);
  }
  if (isGroup(node)) return node.alternatives.flatMap(({ elements }) => lookedFor(elements, before));
  if (!isLookaround(node)) return [];
  if (node.kind === "lookahead")
    return node.alternatives.flatMap(({ elements }) => [
      { part: before + elements.map(print).join(""), isAlone: false },
      ...lookedFor(elements, before),
    ]);
  if (!isBounded(node)) throw new NotShown(`a look-behind without a bound: ${node.raw}`);
  return [];
}

/** The node without look-arounds and back-references. */
function print(node: AST.Element): string {
  if (isLookaround(node)) return "";
  if (isGroup(node)) return `(?:${node.alternatives.map(({ elements }) => elements.map(print).join("")).join("|")})`;
  if (node.type === "Backreference") return Array.isArray(node.resolved) ? notShown(node.raw) : print(node.resolved);
  if (node.type !== "Quantifier") return node.raw;
  const inner = print(node.element);
  return inner === "" || inner === "(?:)" ? "" : inner + node.raw.slice(node.element.raw.length);
}

function notShown(raw: string): never {
  throw new NotShown(`a name for several groups: ${raw}`);
}
