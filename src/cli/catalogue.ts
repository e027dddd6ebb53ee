import { parseArgs } from "node:util";
import { knowledge } from "virtual:knowledge";
import type { Entry } from "../core/knowledge.js";
import { createPaint, type Paint } from "./paint.js";
import type { Shell } from "./shell.js";
import { UsageError } from "./usage.js";

/** Prints every cause that is known. */
export function catalogue(args: string[], shell: Shell): number {
  const { values } = parseArgs({ args, options: { format: { type: "string", default: "cards" } } });
  if (values.format === "json") shell.print(`${JSON.stringify(asJson(), null, 2)}\n`);
  else if (values.format === "cards") shell.print(asText(createPaint(shell.hasColours)));
  else throw new UsageError(`--format is one of cards, json, not "${values.format}"`);
  return 0;
}

function asJson(): object {
  const entries = knowledge.entries.map(({ id, cause, protocol, title, explanation, fixes, link }) => {
    return { id, cause, protocol, title, explanation, fixes, link };
  });
  return { format: "handshake-triage/catalogue", version: 1, knowledge: knowledge.version, entries };
}

function asText(paint: Paint): string {
  const count = knowledge.entries.length === 1 ? "1 cause is" : `${knowledge.entries.length} causes are`;
  return `${knowledge.entries.map((entry) => entryText(entry, paint)).join("\n\n")}\n\n${count} known.\n`;
}

function entryText({ id, title, explanation, link }: Entry, paint: Paint): string {
  const lines = explanation.split("\n").map((line) => (line ? `  ${line}` : line));
  return [`${paint.bold(title)}  ${paint.dim(id)}`, ...lines, `  ${paint.dim(link)}`].join("\n");
}
