/** Called with a stretch of an export and how to say where it stands; true ends the search. */
type Visit = (text: string, place: () => string) => boolean;

/** Every name and value of JSON with its path; every line of any other text. Returns whether a visit ended it. */
export function findLeaf(exported: string, visit: Visit): boolean {
  const value = parsed(exported);
  if (value !== undefined) return inJson(value, [], visit);
  return exported.split("\n").some((text, index) => visit(text, () => `line ${index + 1}`));
}

/** A pattern cannot follow a string of many megabytes. */
const LONGEST_LINE = 1_000_000;

/**
 * May `visit` find something? The same stretches, of whatever text, without where they stand; a line that is too long to be
 * read so may hold anything. Strings of JSON hold no line breaks, and of the millions of lines of an indented file most stand
 * in it a hundred times: each is looked at once.
 */
export function someLeaf(exported: string, visit: (text: string) => boolean): boolean {
  const seen = new Set<string>();
  const leaves = JSON_BEGINS.test(exported) ? leavesIn : (line: string) => [line];
  for (let from = 0; from < exported.length; ) {
    const end = exported.indexOf("\n", from);
    const line = exported.slice(from, end < 0 ? undefined : end);
    from = end < 0 ? exported.length : end + 1;
    if (line.length > LONGEST_LINE) return true;
    if (seen.has(line)) continue;
    seen.add(line);
    if (leaves(line).some(visit)) return true;
  }
  return false;
}

const JSON_BEGINS = /^\s*[{[]/;
/** One that does not end is taken to the line's end, or each quote in it would be tried anew. */
const STRING = /"(?:[^"\\]|\\.)*("?)/g;
/** What stands between the strings of JSON. */
const BETWEEN_STRINGS = /^(?:[\s,:[\]{}\d.+-]|(?<=\d)[eE]|true|false|null)*$/;

/** What most lines of an indented file are: a name and its string, with nothing to be unescaped. */
const PAIR = /^\s*"([^"\\]*)": ?"([^"\\]*)",?$/;

/** The strings of a line of JSON, and what is between them; a line that turns out to be none counts as it is, too. */
function leavesIn(line: string): string[] {
  const [, name, value] = PAIR.exec(line) ?? [];
  if (name !== undefined && value !== undefined) return [name, value];
  const strings: string[] = [];
  const rest = line.replace(STRING, (written, closing) => {
    if (closing === "") return written;
    strings.push(written.includes("\\") ? (parsedString(written) ?? written) : written.slice(1, -1));
    return " ";
  });
  return BETWEEN_STRINGS.test(rest) ? [...strings, rest] : [...strings, rest, line];
}

function parsedString(written: string): string | null {
  try {
    return String(JSON.parse(written));
  } catch {
    return null; // between quotes, and not of JSON
  }
}

function parsed(text: string): unknown {
  if (!JSON_BEGINS.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Markdown that begins with a bracket
  }
}

/** The path is one list that grows and shrinks: an export has millions of leaves, and nobody asks where they stand. */
function inJson(value: unknown, path: (string | number)[], visit: Visit): boolean {
  if (typeof value === "string" || typeof value === "number") return visit(String(value), () => placeOf(path));
  if (typeof value !== "object" || value === null) return false;
  const names = Array.isArray(value) ? null : Object.keys(value);
  const held = names ? (value as Record<string, unknown>) : (value as unknown[]);
  const count = names ? names.length : (value as unknown[]).length;
  for (let index = 0; index < count; index += 1) {
    const name = names?.[index] ?? index;
    if (names && visit(String(name), () => `a name in ${placeOf(path) || "the file"}`)) return true;
    path.push(name);
    if (inJson(held[name as keyof typeof held], path, visit)) return true;
    path.pop();
  }
  return false;
}

function placeOf(path: readonly (string | number)[]): string {
  return path.map((part, index) => (typeof part === "number" ? `[${part}]` : index === 0 ? part : `.${part}`)).join("");
}
