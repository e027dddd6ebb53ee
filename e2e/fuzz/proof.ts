import type { AST } from "@eslint-community/regexpp";
import { growthOf, isExponential } from "./ambiguity.js";
import { automatonOf, MOST_COUNTED, TooLarge } from "./automaton.js";
import type { Pattern } from "./gathered.js";
import { NotShown, parse, partsIn } from "./parts.js";

/** What is not shown to be linear: a part of the pattern, and what it is instead. */
export interface Doubt {
  part: string;
  what: "exponential" | "polynomial" | "not shown";
}

/**
 * Shows that a pattern's time grows with the length of its text and no more, or says which part of it prevents that. Every
 * way through it is counted, also those that a match would spare, so that what is linear here is so in any matcher that
 * tries one way after the other.
 */
export function doubtsOf({ expression: { source, flags }, isRepeated, breaks }: Omit<Pattern, "place">): Doubt[] {
  return parse(source, flags).alternatives.flatMap((alternative) => {
    try {
      return partsIn(alternative, { flags, isRepeated }).flatMap((part) => doubtOf(part, flags, breaks));
    } catch (error) {
      if (error instanceof NotShown) return [{ part: error.message, what: "not shown" as const }];
      throw error;
    }
  });
}

function doubtOf(part: string, flags: string, breaks: string): Doubt[] {
  const pattern = parse(part, flags);
  if (!pattern.alternatives.some(({ elements }) => elements.some(comesOften))) return [];
  try {
    const growth = growthOf(automatonOf(pattern, flags, { breaks }));
    if (growth !== "linear") return [{ part, what: growth }];
    return isExponential(automatonOf(pattern, flags, { uncounted: true })) ? [{ part, what: "exponential" }] : [];
  } catch (error) {
    if (error instanceof TooLarge) return [{ part, what: "not shown" }];
    throw error;
  }
}

/** Where nothing comes any number of times, and no group many times, there is a fixed number of ways from each letter. */
function comesOften(node: AST.Element): boolean {
  if (node.type === "Group" || node.type === "CapturingGroup")
    return node.alternatives.some(({ elements }) => elements.some(comesOften));
  if (node.type !== "Quantifier") return false;
  const isGroup = node.element.type === "Group" || node.element.type === "CapturingGroup";
  return node.max === Number.POSITIVE_INFINITY || (isGroup && node.max > MOST_COUNTED) || comesOften(node.element);
}
