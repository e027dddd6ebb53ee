import { resolve } from "node:path";
import type { Plugin } from "vite";
import type { Knowledge } from "../core/knowledge.js";
import { compileFolder } from "./folder.js";

const ID = "virtual:knowledge";

/** Serves the compiled `knowledge/` as a module; an entry with a problem fails the build, naming file and line. */
export function knowledgePlugin(folder = "knowledge"): Plugin {
  return {
    name: "handshake-triage:knowledge",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const { knowledge, files, problems } = compileFolder(resolve(folder));
      for (const file of files) this.addWatchFile(file);
      if (problems.length > 0) this.error(problems.map(({ message }) => `knowledge/${message}`).join("\n"));
      return `export const knowledge = ${toSource(knowledge)};`;
    },
  };
}

/** JSON, but for regular expressions, which stay what they are. */
function toSource(knowledge: Knowledge): string {
  const expressions: RegExp[] = [];
  const json = JSON.stringify(knowledge, (_, value: unknown) =>
    value instanceof RegExp ? `\0${expressions.push(value) - 1}` : value,
  );
  return json.replace(/"\\u0000(\d+)"/g, (_, index: string) => String(expressions[Number(index)]));
}
