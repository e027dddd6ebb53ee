import { useEffect, useState } from "preact/hooks";
import { byRule, type RuleGroup } from "../../report/replacement-list.js";
import type { Replacement } from "../../report/replacements.js";
import type { ExportChoice } from "./choice.js";

/** What the export dialog needs of the panel around it. With the same salt the preview's labels are those of the file. */
export interface Exporting {
  save(choice: ExportChoice, salt: number): void;
  /** Throws where an own name cannot be taken. */
  preview(choice: ExportChoice, salt: number): Replacement[];
}

/** Null groups are still being looked for. */
export interface PreviewState {
  groups: RuleGroup[] | null;
  fault: string | null;
}

/** The dialog is drawn, and typing goes on, before a large recording is looked through. */
const WAIT_MS = 150;

export function usePreview(exporting: Exporting, choice: ExportChoice, salt: number): PreviewState {
  const [state, setState] = useState<PreviewState>({ groups: null, fault: null });
  const { level, own, emails, ips } = choice;
  useEffect(() => {
    setState(({ fault }) => ({ groups: null, fault }));
    const timer = setTimeout(() => setState(look(exporting, choice, salt)), WAIT_MS);
    return () => clearTimeout(timer);
  }, [level, own, emails, ips]);
  return state;
}

function look(exporting: Exporting, choice: ExportChoice, salt: number): PreviewState {
  try {
    return { groups: byRule(exporting.preview(choice, salt)), fault: null };
  } catch (error) {
    return { groups: [], fault: error instanceof Error ? error.message : String(error) };
  }
}
