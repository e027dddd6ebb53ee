import { useEffect, useState } from "preact/hooks";
import type { Level } from "../../report/redact.js";
import type { ExportChoice } from "./choice.js";
import type { Previewed } from "./exporter-messages.js";
import type { Exporting } from "./exporting.js";

export interface PreviewState {
  /** Of which the groups are. */
  level: Level;
  /** Null while it is being looked for. */
  found: Previewed | null;
  fault: string | null;
}

/** The dialog is drawn, and typing goes on, before a large recording is looked through. */
const WAIT_MS = 150;

export function usePreview(exporting: Exporting, choice: ExportChoice, salt: number): PreviewState {
  const [state, setState] = useState<PreviewState>({ level: choice.level, found: null, fault: null });
  const { level, own, emails, ips } = choice;
  useEffect(() => {
    const wanted = new AbortController();
    setState(({ fault }) => ({ level, found: null, fault }));
    const timer = setTimeout(async () => {
      const found = await look(exporting, choice, salt, wanted.signal);
      if (!wanted.signal.aborted) setState(found);
    }, WAIT_MS);
    return () => {
      wanted.abort();
      clearTimeout(timer);
    };
  }, [level, own, emails, ips]);
  return state;
}

async function look(
  exporting: Exporting,
  choice: ExportChoice,
  salt: number,
  signal: AbortSignal,
): Promise<PreviewState> {
  try {
    return { level: choice.level, found: await exporting.preview(choice, salt, signal), fault: null };
  } catch (error) {
    return { level: choice.level, found: null, fault: error instanceof Error ? error.message : String(error) };
  }
}
