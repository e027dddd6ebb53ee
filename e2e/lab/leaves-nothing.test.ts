import { expect, test } from "vitest";
import { createLab } from "./lab.js";
import { doesNeed, missing } from "./requirements.js";
import { loadPageScenarios } from "./scenarios.js";

/** .NET takes seconds to start, and is tried where its scenarios are. */
const scenarios = (await loadPageScenarios()).filter(
  (scenario) => !doesNeed(scenario, "dotnet") && missing(scenario) === null,
);

test("all scenarios start side by side, and leave no listening port and no process behind", async () => {
  expect(scenarios.length).toBeGreaterThan(40);
  const before = held();
  const labs = scenarios.map(() => createLab());
  const pages = await Promise.all(
    scenarios.map(async ({ start }, index) => (await start(labs[index] ?? createLab())).page),
  );
  const origins = new Set(pages.map((page) => new URL(page).port));
  expect(origins.size, "two scenarios share a port").toBe(scenarios.length);
  expect(held()).toBeGreaterThanOrEqual(before + scenarios.length);
  await Promise.all(labs.map((lab) => lab.stop()));
  // A handle is let go of a moment after its server says that it is closed.
  await expect.poll(held, { timeout: 10_000 }).toBe(before);
}, 60_000);

/** Listening sockets and child processes of this process. */
function held(): number {
  return process.getActiveResourcesInfo().filter((name) => /^(TCPServerWrap|PipeServerWrap|ProcessWrap)$/.test(name))
    .length;
}
