import type { TriagePanel } from "./browser/panel.js";
import { waitUntil } from "./browser/wait.js";
import type { Drop } from "./drops.js";
import { createLab } from "./lab/lab.js";
import type { Lab, PageScenario } from "./lab/scenario.js";
import { isHealthy } from "./stated.js";
import { readPanel, type SeenCard } from "./triage-panel.js";
import type { Watched } from "./walk.js";

type Seeing = Pick<Watched, "page" | "panel">;

/** Steps of a person at the panel; each waits for what that person would then see. */

/** Leaves the page and empties the panel with its own button, which also drops filters and closes the details. */
export async function clearPanel({ page, panel }: Seeing): Promise<void> {
  await page.goto("about:blank");
  await panel.waitFor("document.querySelector('[data-testid=clear]') !== null");
  if (await panel.evaluate<boolean>("document.querySelector('[data-testid=clear]').disabled")) return;
  await panel.click("[data-testid=clear]");
  await panel.waitFor("document.querySelector('[data-testid=no-cards][data-connections=\"0\"]') !== null");
}

/** Runs a page of the lab to its end, without leaving it. */
export async function visit({ page }: Pick<Watched, "page">, url: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector("html[data-lab=done]", { state: "attached" });
}

/** Starts a lab, does something with it, and stops what was started. */
export async function withLab<Result>(work: (lab: Lab) => Promise<Result>): Promise<Result> {
  const lab = createLab();
  try {
    return await work(lab);
  } finally {
    await lab.stop();
  }
}

/** Runs scenarios one after the other and waits until the panel shows what they add up to. */
export async function showCards(watch: Seeing, ...scenarios: PageScenario[]): Promise<void> {
  for (const scenario of scenarios) {
    const before = await healthyIn(watch.panel);
    await withLab(async (lab) => {
      await visit(watch, (await scenario.start(lab)).page);
      for (const { cause } of scenario.cards) await cardOf(watch.panel, cause);
      await waitUntil(
        `${scenario.healthy} more healthy connections`,
        async () => (await healthyIn(watch.panel)) >= before + scenario.healthy,
      );
    });
  }
}

async function healthyIn(panel: TriagePanel): Promise<number> {
  const { connections } = await readPanel(panel);
  return connections.filter(isHealthy).length;
}

export function causesOf(cards: readonly SeenCard[]): string[] {
  return cards.map(({ cause }) => cause);
}

/** "cause ×occurrences", top down. */
export async function counts(panel: TriagePanel): Promise<string[]> {
  return (await readPanel(panel)).cards.map(({ cause, occurrences }) => `${cause} ×${occurrences}`);
}

/** The first card of a cause, once it is there. */
export async function cardOf(panel: TriagePanel, cause: string, occurrences = 1): Promise<SeenCard> {
  const find = async () => {
    const { cards } = await readPanel(panel);
    return cards.find((card) => card.cause === cause && card.occurrences >= occurrences);
  };
  try {
    return await waitUntil(`a card ${cause} ×${occurrences}`, find);
  } catch (error) {
    throw new Error(`The panel shows no ${cause} ×${occurrences} but:\n${await panel.text()}`, { cause: error });
  }
}

export function headerOf(cause: string): string {
  return `[data-cause="${cause}"] [data-card-header]`;
}

export async function openCard(panel: TriagePanel, cause: string): Promise<void> {
  await panel.click(headerOf(cause));
  await panel.waitFor(`document.querySelector('[data-cause="${cause}"] .card-body') !== null`);
}

/** Clicks what shows a request or message, and gives back what the details then say. */
export async function showDetails(panel: TriagePanel, selector: string): Promise<string> {
  await panel.click(selector);
  await panel.waitFor("document.querySelector('[data-testid=details]') !== null");
  return panel.text("[data-testid=details]");
}

/** What the panel shows of a session that its server ended: the card, and the details of its request. */
export async function dropSeen(watch: Watched, drop: Drop, lab: Lab): Promise<SeenCard & { details: string }> {
  await visit(watch, await drop.start(lab));
  const card = await waitUntil("a card with a close code", async () =>
    (await readPanel(watch.panel)).cards.find(({ closeCode }) => closeCode !== null),
  );
  await openCard(watch.panel, card.cause);
  const details = await showDetails(watch.panel, "[data-part=request] [data-evidence]");
  return { ...card, details };
}

/** Copies the open card for a ticket; the state in which that ended. */
export async function copyTicket(panel: TriagePanel): Promise<string> {
  const state = "document.querySelector('[data-testid=copy-ticket]').dataset.copy";
  await panel.click("[data-testid=copy-ticket]");
  await panel.waitFor(`!["ready", "making"].includes(${state})`);
  return panel.evaluate<string>(state);
}
