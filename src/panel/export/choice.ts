import type { FileFormat } from "../../har/formats.js";
import type { FlavourName } from "../../report/flavours.js";
import type { Level } from "../../report/redact.js";
import type { Settings } from "../state/settings.js";

export type ExportFormat = FileFormat;

/** What the user wants to save, and what is to go from it. */
export interface ExportChoice {
  format: ExportFormat;
  /** Of Markdown. */
  flavour: FlavourName;
  level: Level;
  /** Own names as typed, one a line. */
  own: string;
  emails: boolean;
  ips: boolean;
}

/** Where the dialog begins, and what one click saves. */
export function choiceFrom({ level, own, emails, ips }: Settings, format: ExportFormat = "har"): ExportChoice {
  return { format, flavour: "github", level, own, emails, ips };
}
