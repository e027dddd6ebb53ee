import { useEffect, useState } from "preact/hooks";
import type { Level } from "../../report/redact.js";
import { byRule, type RuleGroup } from "../../report/replacement-list.js";
import type { Replacement } from "../../report/replacements.js";
import type { ExportChoice } from "./choice.js";

/** What exports need of the panel around them. With the same salt the preview's labels are those of the file. */
export interface Exporting {
  /** Without a salt, with one of its own. */
  save(choice: ExportChoice, salt?: number): void;
  /** Fails where an own name cannot be taken. */
  preview(choice: ExportChoice, salt: number): Promise<Replacement[]>;
}

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
    let isWanted = true;
    setState(({ fault }) => ({ level, groups: null, fault }));
    const timer = setTimeout(async () => {
      const found = await look(exporting, choice, salt);
      if (isWanted) setState(found);
    }, WAIT_MS);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [level, own, emails, ips]);
  return state;
}

async function look(exporting: Exporting, choice: ExportChoice, salt: number): Promise<PreviewState> {
  try {
    return { level: choice.level, groups: byRule(await exporting.preview(choice, salt)), fault: null };
  } catch (error) {
    return { level: choice.level, groups: [], fault: error instanceof Error ? error.message : String(error) };
  }
}
