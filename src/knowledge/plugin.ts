import { resolve } from "node:path";
import type { Plugin } from "vite";
import { compileFolder } from "./folder.js";
import { pack } from "./packed.js";

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
      // Browsers read half a megabyte faster as JSON than as a script.
      const json = JSON.stringify(JSON.stringify(pack(knowledge)));
      return `import { unpack } from ${unpacking};\nexport const knowledge = unpack(JSON.parse(${json}));`;
    },
  };
}
