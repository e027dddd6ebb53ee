import { readFileSync } from "node:fs";
import { compileFolder } from "../../src/knowledge/folder.js";
import { accuracyReport } from "./accuracy-report.js";
import { readCases } from "./labelled-case.js";
import { score } from "./score.js";

/** `npm run bench:accuracy -- FILE.jsonl`: how often the analyser is right about labelled cases. */
const [file] = process.argv.slice(2);
if (!file) {
  console.error("bench:accuracy needs a file of labelled cases: npm run bench:accuracy -- FILE.jsonl");
  process.exitCode = 2;
} else {
  const { knowledge } = compileFolder("knowledge");
  console.log(accuracyReport(score(readCases(readFileSync(file, "utf8")), knowledge)).join("\n"));
}
