import { duration } from "./duration.js";
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

/** By hand: the first `toLocaleString` of a process takes longer than the diagnoses of thirty connections. */
function thousands(value: number): string {
  const whole = Math.round(value);
  if (whole < 1000 || !Number.isSafeInteger(whole)) return String(whole);
  return `${thousands(Math.floor(whole / 1000))},${String(whole % 1000).padStart(3, "0")}`;
}
