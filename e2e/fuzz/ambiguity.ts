import { type Automaton, TooLarge } from "./automaton.js";

/**
 * How many ways lead through an automaton, of a text however chosen (Weber and Seidl, 1991): without an end already where
 * one state is left and reached again in two ways by the same letters; growing with a power of the length where two states
 * are each kept by letters that also lead from the one to the other; otherwise never more than a fixed number at each letter.
 */
export type Growth = "exponential" | "polynomial" | "linear";

const MOST_NODES = 4_000_000;

export function growthOf(automaton: Automaton): Growth {
  const loops = loopsOf(automaton);
  if (loops.some((loop) => doublesWithin(automaton, loop))) return "exponential";
  return isPolynomial(automaton, loops) ? "polynomial" : "linear";
}

/** Only the first of the two questions. */
export function isExponential(automaton: Automaton): boolean {
  return loopsOf(automaton).some((loop) => doublesWithin(automaton, loop));
}

/** Sets of states that lead back to themselves. */
function loopsOf({ follow }: Automaton): number[][] {
  const parts = components(follow.keys(), (state) => [...(follow[state]?.keys() ?? [])]);
  const members = new Map<number, number[]>();
  for (const [state, part] of parts) members.set(part, [...(members.get(part) ?? []), state]);
  return [...members.values()].filter((states) => states.length > 1 || follow[states[0] ?? 0]?.has(states[0] ?? 0));
}

function doublesWithin(automaton: Automaton, loop: number[]): boolean {
  const { follow } = automaton;
  const inside = new Set(loop);
  const hasTwoWays = loop.some((from) => [...(follow[from] ?? [])].some(([to, ways]) => ways > 1 && inside.has(to)));
  if (hasTwoWays) return true;
  if (loop.length === 1) return false;
  const size = follow.length;
  const steps = stepsWithin(automaton, inside);
  const parts = components(
    loop.map((state) => state * size + state),
    (pair) =>
      both(automaton, steps(Math.floor(pair / size)), steps(pair % size)).map(([one, other]) => one * size + other),
  );
  const diagonal = new Set(loop.map((state) => parts.get(state * size + state)));
  return [...parts].some(([pair, part]) => Math.floor(pair / size) !== pair % size && diagonal.has(part));
}

function stepsWithin({ follow }: Automaton, inside: ReadonlySet<number>): (state: number) => number[] {
  return (state) => [...(follow[state]?.keys() ?? [])].filter((to) => inside.has(to));
}

/** Pairs of steps that one letter can take. */
function both({ letters }: Automaton, ones: readonly number[], others: readonly number[]): [number, number][] {
  return ones.flatMap((one) =>
    others.flatMap((other): [number, number][] =>
      ((letters[one] ?? 0n) & (letters[other] ?? 0n)) !== 0n ? [[one, other]] : [],
    ),
  );
}

function isPolynomial(automaton: Automaton, loops: number[][]): boolean {
  for (const later of loops) {
    if (automaton.isSearched && !isShort(automaton, later) && leadsInto(automaton, null, later)) return true;
    for (const earlier of loops) if (earlier !== later && leadsInto(automaton, earlier, later)) return true;
  }
  return false;
}

/** Does it take none of the letters at which what is never long ends? */
function isShort({ letters, breaks }: Automaton, loop: readonly number[]): boolean {
  return breaks !== 0n && loop.every((state) => ((letters[state] ?? 0n) & breaks) === 0n);
}

/**
 * Can letters keep a state of the earlier loop (or the search, which any letter keeps), lead from it to a state of the later
 * one, and keep that?
 */
function leadsInto(automaton: Automaton, earlier: readonly number[] | null, later: readonly number[]): boolean {
  const toLater = reaching(automaton, later);
  const kept = earlier ?? [0];
  if (!kept.some((state) => toLater.has(state))) return false;
  const isSimple = later.length === 1 && kept.length === 1;
  return isSimple ? leadsBetween(automaton, earlier, later[0] ?? 0) : leadsAround(automaton, earlier, later, toLater);
}

/** Two states that are each kept by one step: only letters that keep both may lead from the one to the other. */
function leadsBetween({ letters, follow }: Automaton, earlier: readonly number[] | null, goal: number): boolean {
  const start = earlier?.[0] ?? 0;
  const common = (letters[goal] ?? 0n) & (earlier ? (letters[start] ?? 0n) : -1n);
  const found = new Set([start]);
  for (const state of found)
    for (const to of follow[state]?.keys() ?? []) if (((letters[to] ?? 0n) & common) !== 0n) found.add(to);
  return found.has(goal);
}

/** Looked for as a circle of three walkers: where the middle one has arrived it may begin anew. */
function leadsAround(
  automaton: Automaton,
  earlier: readonly number[] | null,
  later: readonly number[],
  toLater: ReadonlySet<number>,
): boolean {
  const { letters, follow } = automaton;
  const size = follow.length;
  const idOf = (one: number, two: number, three: number) => (one * size + two) * size + three;
  const partsOf = (id: number) => [Math.floor(id / (size * size)), Math.floor(id / size) % size, id % size] as const;
  const inLater = stepsWithin(automaton, new Set(later));
  const inMiddle = stepsWithin(automaton, toLater);
  const inKept = earlier ? stepsWithin(automaton, new Set(earlier)) : () => [0];
  const lettersOf = (state: number) => (state === 0 ? -1n : (letters[state] ?? 0n)); // who waits at the start takes any
  const arrived = new Set<number>();
  const steps = (id: number): number[] => {
    const [one, two, three] = partsOf(id);
    const next: number[] = [];
    if (two === three) {
      arrived.add(id);
      next.push(idOf(one, one, three));
    }
    const twos = earlier === null && two === 0 ? [0, ...inMiddle(0)] : inMiddle(two);
    const ones = inKept(one);
    for (const c of inLater(three))
      for (const b of twos) {
        const common = lettersOf(c) & lettersOf(b);
        if (common !== 0n) for (const a of ones) if ((common & lettersOf(a)) !== 0n) next.push(idOf(a, b, c));
      }
    return next;
  };
  const starts = (earlier ?? [0]).flatMap((one) =>
    toLater.has(one) ? later.map((three) => idOf(one, one, three)) : [],
  );
  const parts = components(starts, steps);
  return [...arrived].some((id) => {
    const [one, , three] = partsOf(id);
    return parts.get(id) === parts.get(idOf(one, one, three));
  });
}

/** The states from which some of these can be reached, and they themselves. */
function reaching({ follow }: Automaton, goals: readonly number[]): Set<number> {
  const back: number[][] = follow.map(() => []);
  follow.forEach((to, from) => {
    for (const state of to.keys()) back[state]?.push(from);
  });
  const found = new Set(goals);
  for (const state of found) for (const from of back[state] ?? []) found.add(from);
  return found;
}

/** Tarjan's, without recursion: the number of its strongly connected part for each node that can be reached. */
function components(starts: Iterable<number>, steps: (node: number) => number[]): Map<number, number> {
  const order = new Map<number, number>();
  const low = new Map<number, number>();
  const part = new Map<number, number>();
  const open: number[] = [];
  const walk: { node: number; next: number[]; at: number }[] = [];
  let parts = 0;

  function enter(node: number): void {
    if (order.size >= MOST_NODES) throw new TooLarge(`more than ${MOST_NODES} nodes`);
    low.set(node, order.size);
    order.set(node, order.size);
    open.push(node);
    walk.push({ node, next: steps(node), at: 0 });
  }

  function lower(node: number, to: number | undefined): void {
    low.set(node, Math.min(low.get(node) ?? 0, to ?? 0));
  }

  function leave(node: number): void {
    walk.pop();
    const before = walk.at(-1);
    if (before) lower(before.node, low.get(node));
    if (low.get(node) !== order.get(node)) return;
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      part.set(member, parts);
      if (member === node) break;
    }
    parts += 1;
  }

  for (const start of starts) {
    if (!order.has(start)) enter(start);
    for (let here = walk.at(-1); here; here = walk.at(-1)) {
      const to = here.next[here.at];
      here.at += 1;
      if (to === undefined) leave(here.node);
      else if (!order.has(to)) enter(to);
      else if (!part.has(to)) lower(here.node, order.get(to));
    }
  }
  return part;
}
