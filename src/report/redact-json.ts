export type JsonObject = Record<string, unknown>;

/** How a level redacts JSON. */
export interface JsonRedaction {
  /** A message of a protocol, or an answer that explains a failure. */
  message(value: unknown): unknown;
  /** What the application sends in it. */
  data(value: unknown): unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Undefined where it is no JSON. */
export function parseJson(text: string): unknown {
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    JSON.stringify(value); // nested too deep to be written again: a RangeError, and no message of these protocols
    return value;
  } catch {
    return undefined; // the caller has other readings to try
  }
}
