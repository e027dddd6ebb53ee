import { useEffect, useState } from "preact/hooks";
import type { Level } from "../../report/redact.js";
import type { RuleGroup } from "../../report/replacement-list.js";
import type { ExportChoice } from "./choice.js";
import type { Exporting } from "./exporting.js";

/** Null groups are still being looked for. */
export interface PreviewState {
  /** Of which the groups are. */
  level: Level;
  groups: RuleGroup[] | null;
  fault: string | null;
}

/** The dialog is drawn, and typing goes on, before a large recording is looked through. */
const WAIT_MS = 150;

export function usePreview(exporting: Exporting, choice: ExportChoice, salt: number): PreviewState {
  const [state, setState] = useState<PreviewState>({ level: choice.level, groups: null, fault: null });
  const { level, own, emails, ips } = choice;
  useEffect(() => {
    const wanted = new AbortController();
    setState(({ fault }) => ({ level, groups: null, fault }));
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
    return { level: choice.level, groups: await exporting.preview(choice, salt, signal), fault: null };
  } catch (error) {
    return { level: choice.level, groups: [], fault: error instanceof Error ? error.message : String(error) };
  }
}
