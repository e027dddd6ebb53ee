// Prints the true totals of what `.ci/run` tried, names what failed, and fails if a part of it left none.
import { readFileSync } from "node:fs";

const read = (name) => JSON.parse(readFileSync(new URL(`../test-results/${name}`, import.meta.url), "utf8"));
const firstLine = (text = "") => text.split("\n", 1)[0];

/** The browser tests of one status, each as its project, its name and how it failed the last time. */
function browserTests(suite, status) {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests
      .filter((test) => test.status === status)
      .map(({ projectName, results }) => {
        const failed = results.findLast((result) => result.error);
        return `[${projectName}] ${title}: ${firstLine(failed?.error.message)}`;
      }),
  );
  return [...own, ...(suite.suites ?? []).flatMap((each) => browserTests(each, status))];
}

function unitFailures({ testResults }) {
  return testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0])}`),
  );
}

const totals = { passed: 0, failed: 0, skipped: 0 };

try {
  const unit = read("unit.json");
  totals.passed += unit.numPassedTests;
  totals.failed += unit.numFailedTests;
  totals.skipped += unit.numPendingTests + unit.numTodoTests;
  for (const failure of unitFailures(unit)) console.log(`failed: ${failure}`);
  for (const name of ["e2e.json", "packages.json"]) {
    const browser = read(name);
    const { expected, unexpected, flaky, skipped } = browser.stats;
    totals.passed += expected + flaky;
    totals.failed += unexpected;
    totals.skipped += skipped;
    // One that passes only when it is run again hides a fault of ours or a slow machine.
    for (const test of browserTests(browser, "flaky")) console.log(`passed only when it was run again: ${test}`);
    for (const test of browserTests(browser, "unexpected")) console.log(`failed: ${test}`);
  }
} catch (error) {
  totals.failed += 1;
  console.error(`no totals of a test run: ${error.message}`);
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;
