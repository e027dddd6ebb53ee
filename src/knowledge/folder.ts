import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { Knowledge } from "../core/knowledge.js";
import { type CompiledFile, compileFile } from "./compile.js";
import type { Example } from "./examples.js";
import { KnowledgeError } from "./markdown-file.js";
import { pagesAddress, type Repository } from "./pages-address.js";

export interface CompiledKnowledge {
  knowledge: Knowledge;
  examples: Example[];
  /** Absolute paths of the files that were read. */
  files: string[];
  problems: KnowledgeError[];
}

/** Compiles every Markdown file below this folder; a file with a problem is left out and told of in `problems`. */
export function compileFolder(folder: string): CompiledKnowledge {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name))
    .sort();
  const hash = createHash("sha256");
  const compiled: CompiledFile[] = [];
  const problems: KnowledgeError[] = [];
  for (const path of files) {
    const source = readFileSync(path, "utf8");
    hash.update(source);
    try {
      compiled.push(compileFile(relative(folder, path).split(sep).join("/"), source));
    } catch (error) {
      if (!(error instanceof KnowledgeError)) throw error;
      problems.push(error);
    }
  }
  const entries = compiled.map(({ entry }) => entry);
  const knowledge = { version: hash.digest("hex").slice(0, 12), pages: pagesAddress(repository()), entries };
  return { knowledge, examples: compiled.flatMap(({ examples }) => examples), files, problems };
}

function repository(): Repository {
  const { repository } = JSON.parse(readFileSync("package.json", "utf8")) as { repository?: Repository };
  return repository;
}
