import { FACTS } from "../core/facts/index.js";
import { placeholders } from "../core/wording.js";
import type { Compiler } from "./conditions.js";
import { closest } from "./did-you-mean.js";
import { KnowledgeError, type Section } from "./markdown-file.js";

/** In sentences every brace is a fact; code in a fix may hold braces of its own. */
export function sentence({ file, front }: Compiler, text: string, path: PropertyKey[]): string {
  const wrong = placeholders(text).find((name) => !(name in FACTS));
  if (wrong === undefined) return text;
  throw new KnowledgeError(
    file,
    front.lineOf(path),
    `no fact is named "${wrong}"; did you mean "{${closest(wrong)}}"?`,
  );
}

/** In prose only what has a fact's dot is taken for one. */
export function checkProse(file: string, section: Section): void {
  const wrong = placeholders(section.text).find((name) => !(name in FACTS) && name.includes("."));
  if (wrong === undefined) return;
  throw new KnowledgeError(file, section.line, `no fact is named "${wrong}"; did you mean "{${closest(wrong)}}"?`);
}
