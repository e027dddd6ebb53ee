import { readOwnName } from "../../report/own-name.js";
import type { RedactorOptions } from "../../report/redact.js";
import type { ExportChoice } from "./choice.js";

/** Throws where an own name cannot be taken, in a sentence for its user. */
export function redactionOf({ level, own, emails, ips }: ExportChoice, salt: number): RedactorOptions {
  return { level, salt, emails, ips, also: ownNames(own) };
}

function ownNames(text: string): RegExp[] {
  const lines = text.split("\n").map((line) => line.trim());
  return lines.filter(Boolean).map((line) => {
    const name = readOwnName(line);
    if ("fault" in name) throw new Error(name.fault);
    return name.pattern;
  });
}
