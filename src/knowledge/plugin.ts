import { resolve } from "node:path";
import type { Plugin } from "vite";
import { compileFolder } from "./folder.js";
import { type Packed, pack } from "./packed.js";

const ID = "virtual:knowledge";

/** Serves the compiled `knowledge/` as a module; an entry with a problem fails the build, naming file and line. */
export function knowledgePlugin(): Plugin {
  return {
    name: "handshake-triage:knowledge",
    resolveId: (id) => (id === ID ? `\0${ID}` : null),
    load(id) {
      if (id !== `\0${ID}`) return null;
      const { knowledge, files, problems } = compileFolder(resolve("knowledge"));
      for (const file of files) this.addWatchFile(file);
      if (problems.length > 0) this.error(problems.map(({ message }) => `knowledge/${message}`).join("\n"));
      const unpacking = JSON.stringify(resolve(import.meta.dirname, "packed.ts"));
      return `import { unpack } from ${unpacking};\nexport const knowledge = unpack(${toSource(pack(knowledge))});`;
    },
  };
}

/** JSON, but for regular expressions, which stay what they are. */
function toSource(packed: Packed): string {
  const expressions: RegExp[] = [];
  const json = JSON.stringify(packed, (_, value: unknown) =>
    value instanceof RegExp ? `\0${expressions.push(value) - 1}` : value,
  );
  return json.replace(/"\\u0000(\d+)"/g, (_, index: string) => String(expressions[Number(index)]));
}
