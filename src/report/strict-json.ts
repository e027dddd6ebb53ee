import { isLabel } from "../core/token.js";
import { JSON_RULES, type JsonRule, largestNumber } from "./json-rules.js";
import { isObject, type JsonRedaction } from "./redact-json.js";
import { isName } from "./routes.js";
import type { SecretLabels } from "./secret-labels.js";
import { kindOfJson } from "./secret-names.js";
import type { StrictText } from "./strict-text.js";
import type { StrictUrls } from "./strict-url.js";

/** Deeper than any message of these protocols; what is below is dropped. */
const DEEPEST = 40;

/** Keeps what the protocols say; of everything else its shape, its length and where it is equal. */
export function createStrictJson(urls: StrictUrls, text: StrictText, labels: SecretLabels): JsonRedaction {
  function walk(value: unknown, name: string, depth: number): unknown {
    if (depth > DEEPEST) return null;
    const rule = Object.hasOwn(JSON_RULES, name) ? JSON_RULES[name] : undefined;
    if (rule === "data" && value !== null) return Array.isArray(value) ? value.map(data) : data(value);
    if (Array.isArray(value)) return value.map((each) => walk(each, name, depth + 1));
    if (isObject(value)) return object(value, depth);
    if (typeof value === "number") return number(value, name, rule);
    return typeof value === "string" ? string(value, name, rule) : value;
  }

  function object(value: Record<string, unknown>, depth: number): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => {
        const isKnown = Object.hasOwn(JSON_RULES, key) || isLabel(key);
        return [isKnown ? key : labels.label("name", key, "name"), walk(each, key, depth + 1)];
      }),
    );
  }

  function number(value: number, name: string, rule: JsonRule | undefined): unknown {
    const isOurs = rule === "number" || (name === "type" && Math.abs(value) < 100);
    return isOurs && Number.isInteger(value) && Math.abs(value) <= largestNumber(name)
      ? value
      : labels.label(kindOfJson(name) ?? "data", String(value), "value");
  }

  function string(value: string, name: string, rule: JsonRule | undefined): string {
    if (value === "") return value;
    if (rule instanceof RegExp && rule.test(value)) return value;
    if (rule === "words" || rule === "number" || (name === "type" && !isLabel(value))) return text(value);
    if (rule === "name" && isName(value) && !labels.isSecret(value)) return value;
    if (rule === "address") return urls.request(value);
    const kind = kindOfJson(name);
    return labels.label(kind ?? (name === "group" ? "name" : "data"), value, kind ? "field" : "value");
  }

  function data(value: unknown): unknown {
    if (value === null || typeof value === "boolean" || value === "") return value;
    if (typeof value === "string" && isLabel(value)) return labels.label("data", value, "payload");
    return labels.label("data", typeof value === "string" ? value : JSON.stringify(value), "payload");
  }

  return { message: (value) => walk(value, "", 0), data };
}
