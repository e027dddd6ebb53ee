import type { AST } from "@eslint-community/regexpp";

/**
 * A pattern as an automaton of its letters (Glushkov's): a state for each place in the pattern that takes a letter, and an
 * edge for each way from one to the next. What a backtracking matcher can walk are the ways through it, so how many there
 * are for a text tells how long it takes at most.
 */
export interface Automaton {
  /** The letters that a state takes, as a set of bits; state 0 is the start and takes none. */
  letters: bigint[];
  /** From each state to others, and in how many ways. */
  follow: Map<number, number>[];
  /** May the match begin at any letter? */
  isSearched: boolean;
  /** The letters at which a part of the text ends that is never long. */
  breaks: bigint;
}

/** A part of a pattern: where it begins and ends, and in how many ways it takes nothing. */
interface Stretch {
  first: Ways;
  last: Ways;
  nothing: number;
}
type Ways = Map<number, number>;

export class TooLarge extends Error {}

const MOST_STATES = 20_000;
/** So often a group may come without its ways being more than a machine can walk. */
export const MOST_COUNTED = 10;

/** With `uncounted`, a group that is counted is taken for one that comes any number of times. */
export function automatonOf(pattern: AST.Pattern, flags: string, { uncounted = false, breaks = "" } = {}): Automaton {
  const alphabet = alphabetOf(pattern, flags, breaks);
  const letters: bigint[] = [0n];
  const follow: Ways[] = [new Map()];

  function alternatives(of: readonly AST.Alternative[]): Stretch {
    return of.map(({ elements }) => sequence(elements)).reduce(either);
  }

  function sequence(elements: readonly AST.Element[]): Stretch {
    return elements.map(stretch).reduce(then, { first: new Map(), last: new Map(), nothing: 1 });
  }

  function stretch(node: AST.Element): Stretch {
    switch (node.type) {
      case "Group":
      case "CapturingGroup":
        return alternatives(node.alternatives);
      case "Quantifier":
        return repeated(node);
      case "Assertion":
        return { first: new Map(), last: new Map(), nothing: 1 };
      case "Backreference":
        throw new TypeError("a back-reference is no automaton's");
      default:
        return letter(node.raw);
    }
  }

  function letter(raw: string): Stretch {
    if (letters.length >= MOST_STATES) throw new TooLarge(`more than ${MOST_STATES} states`);
    const state = letters.push(alphabet(raw)) - 1;
    follow.push(new Map());
    return { first: new Map([[state, 1]]), last: new Map([[state, 1]]), nothing: 0 };
  }

  function repeated({ element, min, max }: AST.Quantifier): Stretch {
    const isGroup = element.type === "Group" || element.type === "CapturingGroup";
    const last = max === Number.POSITIVE_INFINITY || (uncounted && isGroup && max > MOST_COUNTED) ? "any" : max;
    if (last === "any") return min === 0 ? maybe(loop(stretch(element))) : loop(stretch(element));
    if (isGroup && max > MOST_COUNTED && stretch(element).nothing > 0)
      throw new TooLarge("counted, and may be nothing: as many ways as there are to choose which is");
    let end: Stretch | null = null;
    for (let times = max; times > min; times -= 1) end = maybe(end ? then(stretch(element), end) : stretch(element));
    let all: Stretch = { first: new Map(), last: new Map(), nothing: 1 };
    for (let times = 0; times < min; times += 1) all = then(all, stretch(element));
    return end ? then(all, end) : all;
  }

  function loop(one: Stretch): Stretch {
    join(one.last, one.first);
    return one;
  }

  function then(one: Stretch, other: Stretch): Stretch {
    join(one.last, other.first);
    return {
      first: sum(one.first, other.first, one.nothing),
      last: sum(other.last, one.last, other.nothing),
      nothing: one.nothing * other.nothing,
    };
  }

  function join(ends: Ways, starts: Ways): void {
    for (const [from, out] of ends) {
      const to = follow[from];
      if (to) for (const [state, ways] of starts) to.set(state, (to.get(state) ?? 0) + out * ways);
    }
  }

  const whole = alternatives(pattern.alternatives);
  follow[0] = whole.first;
  const isSearched = !flags.includes("y") && !pattern.alternatives.every((each) => isAnchored(each, flags));
  return { letters, follow, isSearched, breaks: [...breaks].reduce((set, each) => set | alphabet(literal(each)), 0n) };
}

function isAnchored({ elements: [first] }: AST.Alternative, flags: string): boolean {
  return first?.type === "Assertion" && first.kind === "start" && !flags.includes("m");
}

function either(one: Stretch, other: Stretch): Stretch {
  return {
    first: sum(one.first, other.first, 1),
    last: sum(one.last, other.last, 1),
    nothing: one.nothing + other.nothing,
  };
}

/** Taking nothing once more is no other way: the matcher leaves a repetition that took nothing. */
function maybe(one: Stretch): Stretch {
  return { ...one, nothing: 1 };
}

function sum(one: Ways, other: Ways, times: number): Ways {
  if (times === 0 || other.size === 0) return one;
  const all = new Map(one);
  for (const [state, ways] of other) all.set(state, (all.get(state) ?? 0) + ways * times);
  return all;
}

/** Sets of letters as bits: one for each kind of letters that the pattern does not tell apart. */
function alphabetOf(pattern: AST.Pattern, flags: string, breaks: string): (raw: string) => bigint {
  const plain = flags.replace(/[gmy]/g, "");
  const raws = [...new Set([...rawLetters(pattern), ...[...breaks].map(literal)])];
  const takes = raws.map((raw) => new RegExp(`^(?:${raw})$`, plain));
  const kinds = new Map<string, number>();
  for (const sample of samplesOf(pattern)) {
    const kind = takes.map((each) => (each.test(sample) ? "1" : "0")).join("");
    if (!kinds.has(kind)) kinds.set(kind, kinds.size);
  }
  const sets = new Map(
    raws.map((raw, at) => [
      raw,
      [...kinds].reduce((set, [kind, bit]) => (kind[at] === "1" ? set | (1n << BigInt(bit)) : set), 0n),
    ]),
  );
  return (raw) => sets.get(raw) ?? 0n;
}

function literal(letter: string): string {
  return `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
}

function rawLetters(pattern: AST.Pattern): Set<string> {
  const found = new Set<string>();
  visit(pattern, (node) => {
    if (node.type === "CharacterClass") found.add(node.raw);
    const isAlone = node.parent?.type === "Alternative" || node.parent?.type === "Quantifier";
    if (isAlone && (node.type === "Character" || node.type === "CharacterSet")) found.add(node.raw);
  });
  return found;
}

/** Letters of every kind that a class may tell apart: Latin ones, one of each other script and space, and those beside what it names. */
function samplesOf(pattern: AST.Pattern): Set<string> {
  const codes = new Set([0x17f, 0x212a, 0x1680, 0x2028, 0x3000, 0x3b1, 0x416, 0x4e2d, 0x3042, 0xac00, 0xfeff, 0x1f600]);
  for (let code = 0; code < 256; code += 1) codes.add(code);
  visit(pattern, (node) => {
    if (node.type === "Character") for (const code of [node.value - 1, node.value, node.value + 1]) codes.add(code);
  });
  const samples = [...codes].filter((code) => code >= 0 && code <= 0x10ffff).map((code) => String.fromCodePoint(code));
  return new Set(
    samples.flatMap((each) => [each, each.toLowerCase(), each.toUpperCase()]).filter((each) => [...each].length === 1),
  );
}

function visit(node: AST.Node, see: (node: AST.Node) => void): void {
  see(node);
  if ("alternatives" in node) for (const each of node.alternatives) visit(each, see);
  if (node.type === "Alternative" || node.type === "CharacterClass") for (const each of node.elements) visit(each, see);
  if (node.type === "Quantifier") visit(node.element, see);
  if (node.type === "CharacterClassRange") for (const each of [node.min, node.max]) visit(each, see);
}
