import { parseArgs } from "node:util";
import { compileFolder } from "./folder.js";
import { outdatedPages, writePages } from "./page-folder.js";
import { pagesOf } from "./pages.js";

/**
 * `npm run catalogue`: every cause with the number of its examples and look-alikes, without a build. `--pages` writes the
 * catalogue into docs/causes, a page a cause; `--check` says which of these are not as `knowledge/` has it.
 */
const { values } = parseArgs({ options: { pages: { type: "boolean" }, check: { type: "boolean" } } });
const { knowledge, examples, problems } = compileFolder("knowledge");
for (const { message } of problems) console.error(`knowledge/${message}`);
process.exitCode = problems.length > 0 ? 1 : 0;
if (values.pages) console.log(`${writePages(pagesOf(knowledge))} pages written`);
else if (values.check) check();
else list();

function check(): void {
  const outdated = outdatedPages(pagesOf(knowledge));
  for (const page of outdated) console.error(`${page} is not as knowledge/ has it: npm run catalogue -- --pages`);
  console.log(`${knowledge.entries.length} entries, ${outdated.length} pages outdated`);
  if (outdated.length > 0) process.exitCode = 1;
}

function list(): void {
  for (const { id, title } of knowledge.entries) {
    const own = examples.filter(({ file }) => file === `${id}.md`);
    const texts = own.filter(({ notation }) => notation === "text").length;
    console.log(`${id.padEnd(52)} ${String(own.length).padStart(2)} examples (${texts} texts)  ${title}`);
  }
  const causes = new Set(knowledge.entries.map(({ cause }) => cause)).size;
  console.log(`${knowledge.entries.length} entries for ${causes} causes, ${examples.length} examples and look-alikes`);
}
