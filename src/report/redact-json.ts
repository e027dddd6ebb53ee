import { isLabel } from "../core/token.js";
import type { TextRedaction } from "./redact-text.js";
import type { SecretLabels } from "./secret-labels.js";
import { kindOfJson } from "./secret-names.js";

export type JsonObject = Record<string, unknown>;

export interface JsonRedaction {
  /** Keeps everything but secrets. */
  secrets(value: unknown): unknown;
  /** Keeps these fields, and of the others only that they are there and how long they were. */
  only(value: JsonObject, kept: RegExp): JsonObject;
  /** A label in place of any value. */
  data(value: unknown): unknown;
}

/** Deeper than any message of these protocols; what is below is dropped. */
const DEEPEST = 40;

export function createJsonRedaction(redaction: TextRedaction, labels: SecretLabels): JsonRedaction {
  function secrets(value: unknown, name = "", depth = 0): unknown {
    if (depth > DEEPEST) return null;
    if (Array.isArray(value)) return value.map((each) => secrets(each, name, depth + 1));
    if (isObject(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, secrets(each, key, depth + 1)]));
    }
    const kind = kindOfJson(name);
    if (kind && (typeof value === "number" || (typeof value === "string" && value !== "")))
      return labels.label(kind, String(value));
    return typeof value === "string" ? redaction.text(value) : value;
  }

  function only(value: JsonObject, kept: RegExp): JsonObject {
    const entries = Object.entries(value).map(([key, each]) => [
      key,
      kept.test(key) || (kindOfJson(key) && typeof each !== "object") ? secrets(each, key) : data(each),
    ]);
    return Object.fromEntries(entries);
  }

  function data(value: unknown): unknown {
    if (value === null || typeof value === "boolean" || value === "") return value;
    if (typeof value === "string" && isLabel(value)) return labels.label("data", value);
    return labels.label("data", typeof value === "string" ? value : JSON.stringify(value));
  }

  return { secrets: (value) => secrets(value), only, data };
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

/** Text that says the same stays as it is written. */
export function stringifyLike(text: string, before: unknown, after: unknown): string {
  const written = JSON.stringify(after);
  return JSON.stringify(before) === written ? text : written;
}
