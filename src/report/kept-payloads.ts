import { isLabel } from "../core/token.js";
import { isObject, type JsonRedaction } from "./redact-json.js";
import type { TextRedaction } from "./redact-text.js";
import type { SecretLabels } from "./secret-labels.js";
import { kindOfJson } from "./secret-names.js";

const DEEPEST = 40;

/** Keeps everything but what its name or its look says to be a secret. */
export function createPayloadJson(
  redaction: TextRedaction,
  labels: SecretLabels,
  address: (url: string) => string,
): JsonRedaction {
  function walk(value: unknown, name = "", depth = 0): unknown {
    if (depth > DEEPEST) return null;
    if (Array.isArray(value)) return value.map((each) => walk(each, name, depth + 1));
    if (isObject(value))
      return Object.fromEntries(
        Object.entries(value).map(([key, each]) => [redaction.text(key), walk(each, key, depth + 1)]),
      );
    const kind = kindOfJson(name);
    const isValue = typeof value === "number" || (typeof value === "string" && value !== "");
    if (kind && isValue && !isLabel(String(value))) return labels.label(kind, String(value), "field");
    return typeof value === "string" ? redaction.text(value) : value;
  }

  /** Where a message of the protocols leads on to: an address, and no data. */
  function message(value: unknown): unknown {
    const kept = walk(value);
    if (!isObject(value) || !isObject(kept)) return kept;
    for (const name of ["url", "Url"]) if (typeof value[name] === "string") kept[name] = address(value[name]);
    return kept;
  }

  return { message, data: (value) => walk(value) };
}
