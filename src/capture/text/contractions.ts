const CANNOT_SHORT = /\bcan't\b(?! get\b)/gi;
const CANNOT_LONG = /\bcan ?not\b(?! get\b)/gi;
const SHORT = /\b(is|are|was|were|do|does|did|has|have|had|could|would|should)n't\b/gi;
const LONG = /\b(is|are|was|were|do|does|did|has|have|had) not\b/gi;

/**
 * The lines as they stand, and as somebody else would write them: "is not" for "isn't", "can't" for "cannot". Libraries
 * write their sentences in the one form, and who retells them in the other. "Couldn't connect to server" is curl's alone,
 * and "Cannot GET" Express's.
 */
export function readingsOf(lines: readonly string[]): string[][] {
  const variants = [lines.map(inFull), lines.map(contracted)];
  return [[...lines], ...variants.filter((variant) => variant.some((line, index) => line !== lines[index]))];
}

function inFull(line: string): string {
  return line
    .replace(CANNOT_SHORT, "cannot")
    .replace(/\bwon't\b/gi, "will not")
    .replace(SHORT, "$1 not");
}

function contracted(line: string): string {
  return line
    .replace(CANNOT_LONG, "can't")
    .replace(/\bwill not\b/gi, "won't")
    .replace(LONG, "$1n't");
}
