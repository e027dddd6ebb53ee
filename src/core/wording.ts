import { FACTS, type FactName, type Facts, type FactValue, type Unit } from "./facts/index.js";

const PLACEHOLDER = /\{([A-Za-z]+(?:\.[A-Za-z0-9]+)*)\}/g;

/** The facts that a text names in braces. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? "");
}

/** Puts observed values into a text; what was not observed stays a word in angle brackets, for the reader to fill in. */
export function fill(text: string, facts: Facts): string {
  if (!text.includes("{")) return text;
  return text.replace(PLACEHOLDER, (whole, name: string) => {
    if (!(name in FACTS)) return whole;
    const fact = facts[name as FactName];
    return fact ? format(fact.value, FACTS[name as FactName].unit) : `<${name.split(".").at(-1)}>`;
  });
}

function format(value: FactValue, unit: Unit): string {
  if (unit === "ms" && typeof value === "number") return duration(value);
  if (unit === "bytes" && typeof value === "number") return `${thousands(value)} bytes`;
  if (unit === "flag") return value ? "yes" : "no";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** "850 ms", "16.2 s", "4 min 5 s", "2 h 3 min", "3 days"; the sign is left to the sentence around it. */
export function duration(ms: number): string {
  const length = Math.abs(ms);
  if (length < 1000) return `${Math.round(length)} ms`;
  if (length < 59_950) return `${(length / 1000).toFixed(1)} s`;
  const seconds = Math.round(length / 1000);
  if (seconds < 3600) return withRest(`${Math.floor(seconds / 60)} min`, seconds % 60, "s");
  const hours = Math.floor(seconds / 3600);
  return hours < 48
    ? withRest(`${hours} h`, Math.floor((seconds % 3600) / 60), "min")
    : `${Math.floor(hours / 24)} days`;
}

function withRest(whole: string, rest: number, unit: string): string {
  return rest === 0 ? whole : `${whole} ${rest} ${unit}`;
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}
