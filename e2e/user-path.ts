import type { TriagePanel } from "./browser/panel.js";
import { readPanel } from "./triage-panel.js";

/** What a person does at the panel, beside clicks; in any browser. */

/** Puts a text into a field in place of what is there. */
export async function fill(panel: TriagePanel, selector: string, text: string): Promise<void> {
  await panel.waitFor(`document.querySelector(${JSON.stringify(selector)}) !== null`);
  await panel.evaluate(
    ([field, given]: [string, string]) => {
      const input = document.querySelector(field) as HTMLInputElement;
      input.value = given;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    },
    [selector, text],
  );
}

export async function choose(panel: TriagePanel, selector: string, place: number): Promise<void> {
  await panel.waitFor(`document.querySelector(${JSON.stringify(selector)})?.options.length > ${place}`);
  await panel.evaluate(
    ([field, nth]: [string, number]) => {
      const select = document.querySelector(field) as HTMLSelectElement;
      select.selectedIndex = nth;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    },
    [selector, place],
  );
}

export async function dropFile(panel: TriagePanel, name: string, text: string): Promise<void> {
  await panel.evaluate(
    ([called, content]: [string, string]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], called));
      const drop = new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer });
      document.querySelector("[data-testid=panel]")?.dispatchEvent(drop);
    },
    [name, text],
  );
}

/** Waits until the cards that are shown are of these causes, in any order. */
export async function showsCauses(panel: TriagePanel, causes: readonly string[]): Promise<void> {
  await panel.waitFor(
    `JSON.stringify([...document.querySelectorAll("[data-card]")].map((card) => card.dataset.cause).sort()) === ${JSON.stringify(JSON.stringify([...causes].sort()))}`,
  );
}

/** The first connection of a state, with its timeline and messages. */
export async function openConnection(panel: TriagePanel, state: string): Promise<void> {
  await panel.click(`[data-connection][data-state=${state}] [data-show-connection]`);
  await panel.waitFor("document.querySelector('[data-testid=timeline] [data-row]') !== null");
}

const LINE = "Error: Failed to complete negotiation with the server: Error: Unauthorized: Status code '401'";

/** Pastes a line of the console, reads what it means, and goes back to the tab's recording. */
export async function explainLine(panel: TriagePanel): Promise<string> {
  await panel.click("[data-source=text]");
  await fill(panel, "[data-testid=pasted-text]", LINE);
  await panel.waitFor("document.querySelector('[data-card][data-status=\"401\"]') !== null");
  const [card] = (await readPanel(panel)).cards;
  await panel.click("[data-source=live]");
  return card?.text ?? "";
}
