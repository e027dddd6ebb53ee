import type { Page } from "playwright";
import type { TriagePanel } from "./browser/panel.js";

interface Counts {
  state: string;
  sent: number;
  received: number;
}

/** The first connection's row, once it has so many messages. */
export async function received(panel: TriagePanel, atLeast: number): Promise<Counts | undefined> {
  const seen = await panel.evaluate<Counts | null>(() => {
    const row = document.querySelector<HTMLElement>("[data-connection]");
    const [sent, received] = [...(row?.querySelectorAll("td.number") ?? [])].map((cell) => Number(cell.textContent));
    return row ? { state: row.dataset.state ?? "", sent: sent ?? 0, received: received ?? 0 } : null;
  });
  return seen && seen.received >= atLeast ? seen : undefined;
}

/** A debugger sees what no page can: whether something is a proxy. */
export async function isTapped(page: Page): Promise<boolean> {
  const session = await page.context().newCDPSession(page);
  const kinds = [];
  for (const expression of ["WebSocket", "WebSocket.prototype.send", "Function.prototype.toString", "EventSource"]) {
    const { result } = await session.send("Runtime.evaluate", { expression });
    kinds.push(result.subtype === "proxy" || result.description?.startsWith("Proxy"));
  }
  await session.detach();
  return kinds.some(Boolean);
}
