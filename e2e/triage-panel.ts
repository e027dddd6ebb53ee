import type { TriagePanel } from "./browser/panel.js";

/** A card as the panel's own document shows it. */
export interface SeenCard {
  id: string;
  cause: string;
  protocol: string;
  phase: string;
  confidence: string;
  status: number | null;
  engineIoCode: number | null;
  closeCode: number | null;
  netError: string | null;
  occurrences: number;
  text: string;
}

interface SeenConnection {
  id: string;
  protocol: string;
  state: string;
  transport: string;
}

export interface Seen {
  cards: SeenCard[];
  connections: SeenConnection[];
}

/** Reads cards and connections off the panel's DOM; nothing else is asked. */
export function readPanel(panel: TriagePanel): Promise<Seen> {
  return panel.evaluate(() => {
    const numberOf = (text: string | undefined) => (text === undefined || text === "" ? null : Number(text));
    const cards = [...document.querySelectorAll<HTMLElement>("[data-card]")].map((element) => ({
      id: element.dataset.card ?? "",
      cause: element.dataset.cause ?? "",
      protocol: element.dataset.protocol ?? "",
      phase: element.dataset.phase ?? "",
      confidence: element.dataset.confidence ?? "",
      status: numberOf(element.dataset.status),
      engineIoCode: numberOf(element.dataset.engineioCode),
      closeCode: numberOf(element.dataset.closeCode),
      netError: element.dataset.netError || null,
      occurrences: Number(element.dataset.occurrences),
      text: element.innerText,
    }));
    const connections = [...document.querySelectorAll<HTMLElement>("[data-connection]")].map((element) => ({
      id: element.dataset.connection ?? "",
      protocol: element.dataset.protocol ?? "",
      state: element.dataset.state ?? "",
      transport: element.dataset.transport ?? "",
    }));
    return { cards, connections };
  });
}

/** What the panel says that it cannot see. */
export function notSeen(panel: TriagePanel): Promise<string[]> {
  return panel.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-not-seen]")].map(({ dataset }) => dataset.notSeen ?? ""),
  );
}
