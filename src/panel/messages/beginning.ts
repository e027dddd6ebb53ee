import { jsonOf } from "./search-text.js";

/** The first characters of a value as JSON. Of a large one no more is written down than they need. */
export function beginningOf(data: unknown, most: number): string {
  let text = "";
  const goesOn = () => text.length < most;

  function writeAll(parts: Iterable<Part>): void {
    let separator = "";
    for (const [before, value] of parts) {
      if (!goesOn()) return;
      text += separator + before;
      separator = ",";
      write(value);
    }
  }

  function write(value: unknown): void {
    if (Array.isArray(value)) {
      text += "[";
      writeAll(itemsOf(value));
      text += "]";
    } else if (isPlain(value)) {
      text += "{";
      writeAll(fieldsOf(value));
      text += "}";
    } else text += jsonOf(typeof value === "string" ? value.slice(0, most) : value) || "null";
  }

  if (data !== undefined) write(data);
  return text.slice(0, most);
}

/** What JSON would write field by field: others write themselves down. */
function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value));
}

type Part = readonly [before: string, value: unknown];

function* itemsOf(values: readonly unknown[]): Generator<Part> {
  for (const value of values) yield ["", value];
}

function* fieldsOf(value: Record<string, unknown>): Generator<Part> {
  for (const name in value) {
    const field = value[name];
    if (field !== undefined) yield [`${JSON.stringify(name)}:`, field];
  }
}
