/** Called with a stretch of an export and how to say where it stands; true ends the search. */
type Visit = (text: string, place: () => string) => boolean;

/** Every name and value of JSON with its path; every line of any other text. Returns whether a visit ended it. */
export function findLeaf(exported: string, visit: Visit): boolean {
  const value = parsed(exported);
  if (value !== undefined) return inJson(value, [], visit);
  return exported.split("\n").some((text, index) => visit(text, () => `line ${index + 1}`));
}

function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
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
