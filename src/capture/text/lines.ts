/** How much of a text is looked at: a log of any size is read, its repetitions are not. */
const MOST_CHARACTERS = 96_000;
const LONGEST_LINE = 2000;
const MOST_READ = 12_000_000;

/** One line that is worth looking at; `number` counts from 1 in the text as pasted. */
export interface Line {
  number: number;
  text: string;
}

export interface Lines {
  lines: Line[];
  /** Lines that were left out because the text is too long. */
  leftOut: number;
  /** Characters behind what was read at all. */
  unread: number;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with ESC
const ANSI = /\u001b\[[\d;?]{0,20}[A-Za-z]|\u001b\][^\u0007]{0,200}\u0007/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they carry nothing, and would reach the terminal again
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200e\u200f\ufeff]/g;

/** What .NET writes for & ' + < > and ` in JSON: a frame as pasted holds a sentence in that form. */
const HTML_SAFE = /\\u00(26|27|2b|3c|3e|60)/gi;

/**
 * Splits a pasted text into lines worth looking at: cleaned, each kind of line once (comings and goings twice), and no more
 * than can be read at once. Where there are more, those that speak of a failure or of a connection come before the rest.
 */
export function splitLines(text: string): Lines {
  const kinds = kindsOf(text.slice(0, MOST_READ));
  const kept = worthLooking(kinds);
  return { lines: kept, leftOut: kinds.length - kept.length, unread: Math.max(0, text.length - MOST_READ) };
}

function kindsOf(text: string): Line[] {
  const seen = new Map<string, number>();
  const lines: Line[] = [];
  let number = 0;
  for (const raw of rawLines(text)) {
    number += 1;
    if (raw.length < 2) continue;
    const kind = kindOf(raw);
    const times = seen.get(kind) ?? 0;
    if (times >= (isComingOrGoing(raw) ? 2 : 1)) continue;
    seen.set(kind, times + 1);
    const line = clean(raw.slice(0, LONGEST_LINE));
    if (line) lines.push({ number, text: line });
  }
  return lines;
}

/** In the order in which they stand. */
function worthLooking(lines: Line[]): Line[] {
  if (lines.reduce((sum, { text }) => sum + text.length, 0) <= MOST_CHARACTERS) return lines;
  const ranks = ranksOf(lines);
  let budget = MOST_CHARACTERS;
  const kept = new Set<Line>();
  for (const rank of [0, 1, 2, 3])
    for (const [index, line] of lines.entries()) {
      if (ranks[index] !== rank || budget < 0) continue;
      budget -= line.text.length;
      kept.add(line);
    }
  return lines.filter((line) => kept.has(line));
}

const FAILURE =
  /\b(?:fail|fatal|crit|err(?:or)?s?\b|exception|refus|reject|denied|time(?:d |-)?out|disconnect|unauthori|forbidden|unable|cannot)|exception\b|[" (](?:4\d\d|5\d\d)(?=[\s,.:)]|$)/i;
const CONNECTION =
  /signalr|socket\.?io|engine\.?io|web ?sockets?|web ?pub ?sub|negotiat|handshake|transport|\bhubs?\b|_blazor|\bsid=/i;
/** What follows the head of an entry in a log (.NET writes the message below it), or an exception's name. */
const MOST_BELOW = 8;

/** 0 speaks of a failing connection, 1 of a failure, 2 of a connection, 3 of neither. */
function ranksOf(lines: readonly Line[]): number[] {
  let above = { rank: 3, number: Number.NEGATIVE_INFINITY };
  return lines.map(({ text, number }) => {
    const own = (FAILURE.test(text) ? 0 : 2) + (CONNECTION.test(text) ? 0 : 1);
    const isBelow = number - above.number <= MOST_BELOW;
    if (own < 2) above = { rank: own, number };
    return isBelow ? Math.min(own, above.rank) : own;
  });
}

function* rawLines(text: string): Generator<string> {
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf("\n", from);
    const stop = end < 0 ? text.length : end;
    yield text.slice(from, stop);
    from = stop + 1;
  }
}

/** Two lines that differ in their numbers only (times, ids, counters) say the same. */
function kindOf(line: string): string {
  const start = line.slice(0, 400);
  return /\d{5}/.test(start) || line.length > 60
    ? start.replace(/\d+/g, (run) => (run.length === 3 ? run : "0"))
    : start;
}

/** A short line of a log that a client came or went is told twice: that it comes again is what it says. */
function isComingOrGoing(line: string): boolean {
  return line.length < 80 && /\b(?:dis)?connect(?:ed|ion)\b/i.test(line);
}

/** Plain quotes, no colours, no control characters. */
function clean(line: string): string {
  return line
    .replace(ANSI, "")
    .replace(HTML_SAFE, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/[‘’`´]/g, "'")
    .replace(/\b(is|are|was|were|do|does|did|has|have|ca|could|would|should|wo)nt\b/gi, "$1n't")
    .replace(/[“”„]/g, '"')
    .replace(/\\"/g, '"')
    .replace(CONTROL, "")
    .trim();
}
