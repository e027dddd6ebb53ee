// Prints the true totals of what `.ci/run` tried, names what failed, and fails if a part of it left none.
import { existsSync, readFileSync } from "node:fs";

const fileOf = (name) => new URL(`../test-results/${name}`, import.meta.url);
const read = (name) => JSON.parse(readFileSync(fileOf(name), "utf8"));
const firstLine = (text = "") => text.split("\n", 1)[0];

/** The browser tests of one status, each as its project, its name and how it failed the last time. */
function browserTests(suite, status) {
  const own = (suite.specs ?? []).flatMap(({ id, title, tests }) =>
    tests
      .filter((test) => test.status === status)
      .map(({ projectName, results }) => {
        const failed = results.findLast((result) => result.error);
        return { id, text: `[${projectName}] ${title}: ${firstLine(failed?.error.message)}` };
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

/** More than these at once are no matter of what else ran beside them. */
const SPOILED_AT_MOST = 5;

/** Ids of the browser tests that failed beside others and passed alone. */
function passedAlone(failed) {
  if (failed.length > SPOILED_AT_MOST || !existsSync(fileOf("e2e-alone.json"))) return new Set();
  const alone = read("e2e-alone.json");
  return new Set([...browserTests(alone, "expected"), ...browserTests(alone, "flaky")].map(({ id }) => id));
}

const totals = { passed: 0, failed: 0, skipped: 0 };

function fail(what) {
  totals.failed += 1;
  console.log(`failed: ${what}`);
}

function addUnitTests(report) {
  totals.passed += report.numPassedTests;
  totals.skipped += report.numPendingTests + report.numTodoTests;
  const failures = unitFailures(report);
  for (const failure of failures) fail(failure);
  if (!report.success && failures.length === 0) fail("the unit tests, outside any one of them");
}

function addBrowserTests(report, alone) {
  totals.passed += report.stats.expected + report.stats.flaky;
  totals.skipped += report.stats.skipped;
  for (const { message } of report.errors) fail(firstLine(message));
  // One that passes only when it is run again hides a fault of ours or a slow machine.
  for (const { text } of browserTests(report, "flaky")) console.log(`passed only when it was run again: ${text}`);
  for (const { id, text } of browserTests(report, "unexpected")) {
    if (!alone.has(id)) fail(text);
    else {
      totals.passed += 1;
      console.log(`passed only when it was run alone: ${text}`);
    }
  }
}

try {
  addUnitTests(read("unit.json"));
  const scenarios = read("e2e.json");
  addBrowserTests(scenarios, passedAlone(browserTests(scenarios, "unexpected")));
  addBrowserTests(read("packages.json"), new Set());
} catch (error) {
  fail(`no totals of a test run: ${error.message}`);
}
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 ? 1 : 0;
