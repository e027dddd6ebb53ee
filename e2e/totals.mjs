// Prints the true totals of the last `npm test`, and fails if a part of it left none.
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../test-results/${name}`, import.meta.url), "utf8"));
const totals = { passed: 0, failed: 0, skipped: 0 };

try {
  const unit = read("unit.json");
  totals.passed += unit.numPassedTests;
  totals.failed += unit.numFailedTests;
  totals.skipped += unit.numPendingTests + unit.numTodoTests;
  const { expected, unexpected, flaky, skipped } = read("e2e.json").stats;
  totals.passed += expected;
  totals.failed += unexpected + flaky;
  totals.skipped += skipped;
} catch (error) {
  totals.failed += 1;
  console.error(`no totals of a test run: ${error.message}`);
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;
