/** A stretch of an export and where it stands. */
export interface Leaf {
  place: string;
  text: string;
}

/** Every name and value of JSON with its path; every line of any other text. */
export function* leavesOf(exported: string): Generator<Leaf> {
  const value = parsed(exported);
  if (value !== undefined) yield* inJson(value, "");
  else for (const [index, text] of exported.split("\n").entries()) yield { place: `line ${index + 1}`, text };
}

function parsed(text: string): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Markdown that begins with a bracket
  }
}

function* inJson(value: unknown, place: string): Generator<Leaf> {
  if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* inJson(each, `${place}[${index}]`);
    return;
  }
  if (typeof value !== "object" || value === null) {
    if (typeof value === "string" || typeof value === "number") yield { place, text: String(value) };
    return;
  }
  for (const [name, each] of Object.entries(value)) {
    yield { place: `a name in ${place || "the file"}`, text: name };
    yield* inJson(each, place === "" ? name : `${place}.${name}`);
  }
}
