import { compileFolder } from "./folder.js";

/** `npm run catalogue`: every cause with the number of its examples and look-alikes, without a build. */
const { knowledge, examples, problems } = compileFolder("knowledge");
for (const { id, title } of knowledge.entries) {
  const own = examples.filter(({ file }) => file === `${id}.md`);
  const texts = own.filter(({ notation }) => notation === "text").length;
  console.log(`${id.padEnd(52)} ${String(own.length).padStart(2)} examples (${texts} texts)  ${title}`);
}
for (const { message } of problems) console.error(`knowledge/${message}`);
const causes = new Set(knowledge.entries.map(({ cause }) => cause)).size;
console.log(`${knowledge.entries.length} entries for ${causes} causes, ${examples.length} examples and look-alikes`);
process.exitCode = problems.length > 0 ? 1 : 0;
