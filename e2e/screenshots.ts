import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { animate } from "./browser/animation.js";
import type { Picture } from "./browser/picture.js";
import { standInFor } from "./lab/requirements.js";
import { loadPageScenarios } from "./lab/scenarios.js";
import { headerOf, openCard, showDetails } from "./panel-steps.js";
import { runScenario, startWatch, type Watch } from "./walk.js";

/**
 * `npm run screenshots`, after a build: the pictures for the stores, and the animated walk, from the real panel over real failures.
 */
const SHOWN = [
  "socket-io-not-found",
  "web-pubsub-token-of-another-hub",
  "signalr-negotiate-not-found",
  "socket-io-session-unknown-behind-two-instances",
];
const STORE: Picture = { width: 1280, height: 800 };
const WALK: Picture = { width: 900, height: 640, theme: "light" };
const LAST = "no-sticky-sessions";
const EVIDENCE = `[data-cause="${LAST}"] [data-evidence]`;

await mkdir("docs/store", { recursive: true });
const watch = await startWatch(true);
try {
  await writeFile("docs/walk.png", await recordWalk(watch));
  const { panel } = watch;
  await panel.evaluate("document.querySelector('.list').scrollTo(0, 0)");
  await panel.screenshot("docs/store/evidence.png", { ...STORE, theme: "light" });
  await copyFile("docs/store/evidence.png", "docs/panel.png");
  await panel.screenshot("docs/store/evidence-dark.png", { ...STORE, theme: "dark" });
  await panel.click(headerOf(LAST));
  await panel.screenshot("docs/store/cards.png", { ...STORE, theme: "light" });
} finally {
  await watch.browser.close();
}

/** A bug found: nothing yet, failures as they happen, the card of one, and the request that shows it. */
async function recordWalk(seen: Watch): Promise<Buffer> {
  const { panel } = seen;
  const folder = await mkdtemp(join(tmpdir(), "handshake-triage-"));
  const pictures: Buffer[] = [];
  const take = async () => {
    const file = join(folder, "picture.png");
    await panel.screenshot(file, WALK);
    pictures.push(await readFile(file));
  };
  await take();
  for (const name of SHOWN) {
    await show(seen, name);
    await take();
  }
  await openCard(panel, LAST);
  await take();
  await showDetails(panel, EVIDENCE);
  await take();
  await rm(folder, { recursive: true });
  return animate(pictures, 2.5);
}

async function show(seen: Watch, name: string): Promise<void> {
  const scenario = (await loadPageScenarios()).find((each) => each.name === name);
  if (!scenario) throw new Error(`There is no scenario ${name}.`);
  const { problems } = await runScenario(seen, scenario, { capture: standInFor(scenario) });
  if (problems.length > 0) throw new Error(`${name} was not as stated: ${problems.join("; ")}`);
}
