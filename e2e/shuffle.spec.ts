import { expect, test } from "./fixtures.js";
import { createLab } from "./lab/lab.js";
import { missing } from "./lab/requirements.js";
import type { PageScenario } from "./lab/scenario.js";
import { loadPageScenarios } from "./lab/scenarios.js";
import { readPanel, type SeenCard } from "./triage-panel.js";
import { runScenario, type Watch } from "./walk.js";

/** Different mounts and ports: what a card says must not hang on a path's name. */
const SEEDS = { first: 1, second: 4242 };
const NAMES = [
  "socket-io-another-origin-allowed",
  "socket-io-bad-request",
  "socket-io-not-found",
  "socket-io-upgrade-refused-polling-goes-on",
  "web-pubsub-token-of-another-hub",
];
/** More than any of these scenarios asks for. */
const MOUNTS = 5;

const scenarios = (await loadPageScenarios()).filter(({ name }) => NAMES.includes(name));

test("there are scenarios to shuffle", () => {
  expect(scenarios.map(({ name }) => name)).toEqual(NAMES);
});

for (const scenario of scenarios) {
  test(`${scenario.name} says the same on other paths and ports`, async ({ fresh }) => {
    test.skip(missing(scenario) !== null);
    expect(mountsOf(SEEDS.first)).not.toEqual(mountsOf(SEEDS.second));
    const first = await cardsOf(fresh, scenario, SEEDS.first);
    const second = await cardsOf(fresh, scenario, SEEDS.second);
    expect(first).toHaveLength(scenario.cards.length);
    expect(second).toEqual(first);
  });
}

/** The new cards of a run, opened, without what names this run: hosts, mounts, times. */
async function cardsOf(watch: Watch, scenario: PageScenario, seed: number): Promise<Omit<SeenCard, "id">[]> {
  const { cards, problems } = await runScenario(watch, scenario, { seed });
  expect(problems).toEqual([]);
  const ids = cards.map(({ id }) => id);
  for (const id of ids) await watch.panel.click(`[data-card="${id}"] [data-card-header]`);
  await watch.panel.waitFor(`document.querySelectorAll(".card-body").length >= ${ids.length}`);
  const opened = (await readPanel(watch.panel)).cards.filter(({ id }) => ids.includes(id));
  const mounts = mountsOf(seed);
  return opened.map(({ id: _id, text, ...card }) => ({ ...card, text: withoutRun(text, mounts) }));
}

function mountsOf(seed: number): string[] {
  const lab = createLab(seed);
  return Array.from({ length: MOUNTS }, () => lab.mount());
}

function withoutRun(text: string, mounts: readonly string[]): string {
  const unmounted = mounts.reduce((rest, mount, place) => rest.replaceAll(mount, `/MOUNT-${place}`), text);
  return unmounted
    .replace(/127\.0\.0\.1:\d+/g, "HOST")
    .replace(/\d\d:\d\d:\d\d/g, "TIME")
    .replace(/\b\d+(\.\d+)? (ms|s|min|h|d)\b( \d+ (s|min|h)\b)?/g, "LENGTH");
}
