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
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with ESC
const ANSI = /\u001b\[[\d;?]{0,20}[A-Za-z]|\u001b\][^\u0007]{0,200}\u0007/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they carry nothing, and would reach the terminal again
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b\u200e\u200f\ufeff]/g;

/** What .NET writes for & ' + < > and ` in JSON: a frame as pasted holds a sentence in that form. */
const HTML_SAFE = /\\u00(26|27|2b|3c|3e|60)/gi;

/** Splits a pasted text into lines worth looking at: cleaned, each kind of line once (comings and goings twice), and no more than can be read at once. */
export function splitLines(text: string): Lines {
  const seen = new Map<string, number>();
  const lines: Line[] = [];
  let budget = MOST_CHARACTERS;
  let leftOut = 0;
  let number = 0;
  for (const raw of rawLines(text.slice(0, MOST_READ))) {
    number += 1;
    if (raw.length < 2) continue;
    const kind = kindOf(raw);
    const times = seen.get(kind) ?? 0;
    if (times >= (isComingOrGoing(raw) ? 2 : 1)) continue;
    seen.set(kind, times + 1);
    if (budget < 0) {
      leftOut += 1;
      continue;
    }
    const line = clean(raw.slice(0, LONGEST_LINE));
    if (!line) continue;
    budget -= line.length;
    lines.push({ number, text: line });
  }
  return { lines, leftOut };
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
    .replace(/[“”„]/g, '"')
    .replace(/\\"/g, '"')
    .replace(CONTROL, "")
    .trim();
}
