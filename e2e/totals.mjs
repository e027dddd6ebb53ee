// Prints the true totals of the last `npm test`, and fails if a part of it left none.
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../test-results/${name}`, import.meta.url), "utf8"));
/** A browser test that passes only when it is run again is told by its name: it hides a fault of ours or a slow machine. */
function titles(suite, status) {
  const own = (suite.specs ?? []).filter(({ tests }) => tests.some((test) => test.status === status));
  return [...own.map(({ title }) => title), ...(suite.suites ?? []).flatMap((each) => titles(each, status))];
}

const totals = { passed: 0, failed: 0, skipped: 0 };

try {
  const unit = read("unit.json");
  totals.passed += unit.numPassedTests;
  totals.failed += unit.numFailedTests;
  totals.skipped += unit.numPendingTests + unit.numTodoTests;
  const browser = read("e2e.json");
  const { expected, unexpected, flaky, skipped } = browser.stats;
  totals.passed += expected + flaky;
  totals.failed += unexpected;
  totals.skipped += skipped;
  for (const title of titles(browser, "flaky")) console.log(`passed only when it was run again: ${title}`);
} catch (error) {
  totals.failed += 1;
  console.error(`no totals of a test run: ${error.message}`);
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;
