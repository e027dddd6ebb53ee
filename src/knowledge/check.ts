import { compileFolder } from "./folder.js";
import { sweep } from "./sweep.js";

/** `npm run check:knowledge`: every problem in a line of its own, exit 1 if there is one. */
const { knowledge, examples, problems } = compileFolder("knowledge");
const lines = problems.length > 0 ? problems.map(({ message }) => `knowledge/${message}`) : sweep(examples, knowledge);
for (const line of lines) console.error(line);
console.log(
  `${knowledge.entries.length} entries, ${examples.length} examples and look-alikes, ${lines.length} problems`,
);
process.exitCode = lines.length > 0 ? 1 : 0;
